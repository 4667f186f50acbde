package dev.bylaw.rules.sql.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.parser.AbstractJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParser;

/** A dialect that is read by JSQLParser. */
public enum Dialect {
  ANSI,
  POSTGRESQL,
  SNOWFLAKE,
  BIGQUERY,
  TSQL,
  /** For queries that the grammar of Databricks SQL cannot read. */
  DATABRICKS;

  /** As in models and configurations. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its word, or by a type of server of a data contract. */
  public static Optional<Dialect> of(String word) {
    String type = word.toLowerCase(Locale.ROOT);
    return switch (type) {
      case "postgres", "redshift" -> Optional.of(POSTGRESQL);
      case "sqlserver", "synapse", "azure" -> Optional.of(TSQL);
      default -> Arrays.stream(values()).filter(d -> d.word().equals(type)).findFirst();
    };
  }

  void configure(CCJSqlParser parser) {
    parser.withDialect(theirs());
    parser.withUnsupportedStatements(false);
    if (this == TSQL) {
      parser.withSquareBracketQuotation(true);
    }
    if (this == BIGQUERY || this == DATABRICKS || this == SNOWFLAKE) {
      parser.withBackslashEscapeCharacter(true);
    }
  }

  /** Asked for late: most scripts need nothing of the other parser. */
  private AbstractJSqlParser.Dialect theirs() {
    return switch (this) {
      case ANSI -> AbstractJSqlParser.Dialect.ANSI_SQL;
      case POSTGRESQL -> AbstractJSqlParser.Dialect.POSTGRESQL;
      case SNOWFLAKE -> AbstractJSqlParser.Dialect.SNOWFLAKE;
      case BIGQUERY -> AbstractJSqlParser.Dialect.BIGQUERY;
      case TSQL -> AbstractJSqlParser.Dialect.SQLSERVER;
      case DATABRICKS -> AbstractJSqlParser.Dialect.DATABRICKS;
    };
  }
}
