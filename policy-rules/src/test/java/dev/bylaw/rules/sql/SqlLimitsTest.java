package dev.bylaw.rules.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.databricks.DatabricksSql;
import dev.bylaw.rules.sql.databricks.SqlLimits;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.SubjectReader;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hostile scripts end in a result or in a diagnostic, soon. */
class SqlLimitsTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int MANY = 10_000;
  private static final int MEBIBYTE = 1 << 20;

  /** Scripts that cost more than they should where nothing limits them. */
  enum Hostile {
    BRACKETS("SELECT " + "(".repeat(MANY) + "1" + ")".repeat(MANY), "sql_too_deep"),
    BRACKETS_WITHOUT_END("SELECT " + "(".repeat(MANY), "sql_too_deep"),
    SUBQUERIES("SELECT * FROM (".repeat(MANY) + "t" + ")".repeat(MANY), "sql_too_deep"),
    CALLS("SELECT " + "f(".repeat(MANY) + "1" + ")".repeat(MANY), "sql_too_deep"),
    TYPES("CREATE TABLE t (a " + "ARRAY<".repeat(MANY) + "INT" + ">".repeat(MANY), "sql_too_deep"),
    CASES("SELECT " + "CASE WHEN a THEN ".repeat(MANY) + "1" + " END".repeat(MANY), "sql_too_deep"),
    SIGNS("SELECT " + "NOT ".repeat(MANY) + "a", "sql_too_deep"),
    BLOCKS("BEGIN ".repeat(MANY) + "SELECT 1;" + " END;".repeat(MANY), "sql_too_deep"),
    NUMBERS("SELECT a FROM t WHERE a IN (" + repeated("12345, ") + "1)", ""),
    TEXTS("SELECT a FROM t WHERE a IN (" + repeated("'abc', ") + "'')", ""),
    SUM("SELECT " + "a + ".repeat(100_000) + "1", ""),
    CONDITIONS("SELECT 1 FROM t WHERE " + "a = 1 OR ".repeat(50_000) + "b", ""),
    UNIONS("SELECT 1" + " UNION SELECT 1".repeat(2_000), ""),
    COMMENTS(repeated("/* ") + "SELECT 1", ""),
    COMMENTS_WITHIN("/*" + repeated("/* */ "), ""),
    QUOTES(repeated("'"), ""),
    ESCAPES("SELECT 'a" + repeated("\\'"), ""),
    TEMPLATES(repeated("{{ "), "");

    private final String sql;
    private final String code;

    Hostile(String sql, String code) {
      this.sql = sql;
      this.code = code;
    }

    private static String repeated(String text) {
      return text.repeat(MEBIBYTE / text.length());
    }
  }

  @ParameterizedTest
  @EnumSource
  void hostileScriptsEndSoon(Hostile hostile) {
    long before = processorTime();
    SubjectReader.Result result = SqlReaderTest.read(hostile.sql);
    assertThat(Duration.ofNanos(processorTime() - before)).isLessThan(SOON);
    assertThat(codes(result.diagnostics())).contains(hostile.code);
  }

  /** Other than the time of the clock, it does not depend on what else the machine does. */
  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static String codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::code).collect(Collectors.joining(" "));
  }

  @Test
  void theDeadlineOfAStatementEndsItAndNoOther() {
    String slow = "SELECT " + list(1_000) + ";\n";
    var script = parse("SELECT 1;\n" + slow + "SELECT 2", Duration.ZERO, Duration.ofMinutes(1));
    assertThat(script.diagnostics().stream().map(Diagnostic::toString))
        .containsExactly(
            "a.sql:2:1: sql_too_slow: found a statement that takes more than 0 ms to parse,"
                + " expected one that takes less; make it smaller");
    assertThat(script.statements()).hasSize(3);
    assertThat(script.statements().get(1)).isInstanceOf(Statement.Unread.class);
    assertThat(script.statements().get(2)).isNotInstanceOf(Statement.Unread.class);
  }

  @Test
  void theDeadlineOfAScriptEndsAllThatIsLeft() {
    String slow = "SELECT " + list(1_000) + ";\n";
    var script = parse(slow + slow, Duration.ofMinutes(1), Duration.ZERO);
    assertThat(script.diagnostics().stream().map(Diagnostic::toString))
        .allMatch(d -> d.endsWith("expected one that takes less; make it several"));
    assertThat(script.diagnostics()).hasSize(2);
    assertThat(script.statements()).allMatch(Statement.Unread.class::isInstance);
  }

  private static DatabricksSql.Script parse(String sql, Duration statement, Duration script) {
    SourceFile file = SourceFile.of("a.sql", sql);
    SqlLimits limits = new SqlLimits(MEBIBYTE, 400, statement, script);
    return DatabricksSql.parse(file, sql, limits);
  }

  private static String list(int size) {
    return IntStream.range(0, size).mapToObj(Integer::toString).collect(Collectors.joining(", "));
  }
}
