package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Property;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.ast.Statement;
import java.util.Optional;

/** The setting that makes names of what stands in double quotes; without it, that is a text. */
final class QuotedNames {
  private static final String KEY = "spark.sql.ansi.doublequotedidentifiers";

  private QuotedNames() {}

  /** What a statement sets it to; empty where it does not. */
  static Optional<Boolean> set(Statement statement) {
    if (!(statement instanceof Statement.Command command) || !command.kind().equals("SET")) {
      return Optional.empty();
    }
    for (SqlNode part : command.parts()) {
      if (part instanceof Property property && property.key().text().equalsIgnoreCase(KEY)) {
        return property.value().map(value -> value.span().text().equalsIgnoreCase("true"));
      }
    }
    return Optional.empty();
  }
}
