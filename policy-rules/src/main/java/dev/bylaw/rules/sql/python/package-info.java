/**
 * What Python says of pipelines and SQL: decorators and literals. Python itself is not read: values
 * that are no literals are not known.
 */
@NullMarked
package dev.bylaw.rules.sql.python;

import org.jspecify.annotations.NullMarked;
