/** Reads Databricks SQL scripts into subjects. The generated parser stays inside this package. */
@NullMarked
package dev.bylaw.rules.sql;

import org.jspecify.annotations.NullMarked;
