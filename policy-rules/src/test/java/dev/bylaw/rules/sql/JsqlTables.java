package dev.bylaw.rules.sql;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.util.TablesNamesFinder;

/** The tables of a statement as JSQLParser sees them, read and written. */
final class JsqlTables {
  /** Beyond that its time doubles with each bracket. */
  private static final int MAX_NESTING = 8;

  private static final long MILLIS = 10_000;

  private JsqlTables() {}

  /** Empty where JSQLParser cannot read the statement, or not say which tables are in it. */
  static Optional<Set<String>> of(String sql, ExecutorService executor) {
    if (CCJSqlParserUtil.getNestingDepth(sql) > MAX_NESTING) {
      return Optional.empty();
    }
    try {
      Statement statement =
          CCJSqlParserUtil.parse(
              sql,
              executor,
              parser ->
                  parser
                      .withDialect(Dialect.DATABRICKS)
                      .withUnsupportedStatements(false)
                      .withBackslashEscapeCharacter(true)
                      .withTimeOut(MILLIS));
      Set<String> tables = new TreeSet<>();
      for (String table : new TablesNamesFinder<Void>().getTables(statement)) {
        tables.add(SparkTables.plain(unquoted(table)));
      }
      return Optional.of(tables);
    } catch (JSQLParserException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static String unquoted(String table) {
    boolean quoted = table.length() > 1 && table.startsWith("\"") && table.endsWith("\"");
    return quoted ? table.substring(1, table.length() - 1).replace("\"\"", "\"") : table;
  }
}
