/** The parser of Databricks SQL. The generated code stays inside this package. */
@NullMarked
package dev.bylaw.rules.sql.databricks;

import org.jspecify.annotations.NullMarked;
