/**
 * Reads the SQL of other dialects, by JSQLParser, into the tree of {@link dev.bylaw.rules.sql.ast}.
 * The parser's own types stay inside this package.
 */
@NullMarked
package dev.bylaw.rules.sql.dialect;

import org.jspecify.annotations.NullMarked;
