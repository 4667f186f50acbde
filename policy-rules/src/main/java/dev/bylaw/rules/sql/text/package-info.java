/**
 * What surrounds SQL: notebooks, templates and comments. Every text that is made here has the
 * length of the file it came from, so that places stay true.
 */
@NullMarked
package dev.bylaw.rules.sql.text;

import org.jspecify.annotations.NullMarked;
