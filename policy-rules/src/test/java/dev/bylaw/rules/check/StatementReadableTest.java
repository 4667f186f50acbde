package dev.bylaw.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.policy.Check;
import dev.bylaw.rules.sql.SqlReader;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Subject;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class StatementReadableTest {
  private static List<String> findings(String sql) {
    Subject subject =
        new SqlReader().read(SourceFile.of("a.sql", sql)).orElseThrow().subjects().get(0);
    return new StatementReadable()
        .check(subject).stream().map(v -> v.span() + " " + v.message()).toList();
  }

  @Test
  void statementsThatCannotBeReadAreFindings() {
    assertThat(findings("SELECT 1;\nCREATE TABLE t (;\nSELECT 2"))
        .containsExactly(
            "a.sql:2:1 the statement CREATE TABLE cannot be read, so no rule has looked into it");
    assertThat(findings("SELECT 1")).isEmpty();
  }

  @Test
  void theCheckIsFound() {
    assertThat(ServiceLoader.load(Check.class).stream().map(p -> p.get().id()))
        .contains("sql/statement-readable");
  }
}
