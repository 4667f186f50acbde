package dev.bylaw.rules.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.sql.SqlCorpus.Sample;
import dev.bylaw.rules.sql.TableDifference.Reason;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The tables of collected statements are those that Spark's parser and JSQLParser see. */
class TablesDifferentialTest {
  private static final Set<String> FAMILIES =
      Set.of("query", "pipe query", "dml", "create view", "create table");
  private static final long STACK_BYTES = 64L * 1024 * 1024;

  private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
  private final List<String> unexplained = new ArrayList<>();
  private int spark;
  private int jsqlParser;

  @Test
  void tablesAreThoseThatOtherParsersSee() throws IOException {
    ExecutorService executor = Executors.newSingleThreadExecutor(TablesDifferentialTest::thread);
    for (Sample sample : SqlCorpus.read()) {
      if (FAMILIES.contains(sample.family())) {
        compare(sample.sql(), executor);
      }
    }
    executor.shutdownNow();
    System.out.printf(
        "sql: tables of %d statements as Spark, of %d as JSQLParser; different: %s%n",
        spark, jsqlParser, reasons);
    assertThat(unexplained).isEmpty();
    assertThat(spark).isPositive();
    assertThat(jsqlParser).isPositive();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(null, task, "jsqlparser", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  private void compare(String sql, ExecutorService executor) {
    List<Located> statements = statements(sql);
    Set<String> ours = tables(statements);
    Optional<Set<String>> asSpark = SparkTables.of(sql);
    Optional<Set<String>> asJsqlParser = JsqlTables.of(sql, executor);
    spark += asSpark.isPresent() ? 1 : 0;
    jsqlParser += asJsqlParser.isPresent() ? 1 : 0;
    asSpark.ifPresent(theirs -> explain(sql, statements, ours, theirs, false));
    boolean agrees = asSpark.equals(Optional.of(ours));
    asJsqlParser.ifPresent(theirs -> explain(sql, statements, ours, theirs, agrees));
  }

  private void explain(
      String sql, List<Located> statements, Set<String> ours, Set<String> theirs, boolean agrees) {
    if (ours.equals(theirs)) {
      return;
    }
    TableDifference difference =
        new TableDifference(statements, without(ours, theirs), without(theirs, ours), agrees);
    difference
        .reason()
        .ifPresentOrElse(
            reason -> reasons.merge(reason, 1, Integer::sum),
            () -> unexplained.add(difference.ours() + " / " + difference.theirs() + ": " + sql));
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }

  private static List<Located> statements(String sql) {
    List<Located> statements = new ArrayList<>();
    for (Subject subject : SqlReaderTest.read(sql).subjects()) {
      subject
          .input()
          .find(List.of(RegoString.of("sql"), RegoString.of("statements")))
          .ifPresent(list -> statements.addAll(((Located.Array) list).elements()));
    }
    return statements;
  }

  /** Read, written and defined. */
  private static Set<String> tables(List<Located> statements) {
    Set<String> tables = new TreeSet<>();
    for (Located statement : statements) {
      for (String key : List.of("reads", "writes")) {
        statement
            .child(RegoString.of(key))
            .map(Located.Array.class::cast)
            .ifPresent(list -> list.elements().forEach(table -> name(table, tables)));
      }
      statement.child(RegoString.of("target")).ifPresent(table -> name(table, tables));
    }
    return tables;
  }

  private static void name(Located table, Set<String> out) {
    table.child(RegoString.of("fullName")).map(TableDifference::text).ifPresent(out::add);
  }
}
