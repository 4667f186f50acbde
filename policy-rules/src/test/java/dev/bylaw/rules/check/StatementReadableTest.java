package dev.bylaw.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.Check;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.rules.sql.SqlReader;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void aNameThatIsNotKnownIsToldOnce(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("policies.yaml"),
        "name: acme\nversion: 1.0.0\nroot: acme\nassign: [{policies: [sql/statement-readable]}]\n");
    List<Subject> subjects =
        new SqlReader()
            .read(SourceFile.of("a.sql", "SELECT a FROM IDENTIFIER(:x)"))
            .orElseThrow()
            .subjects();
    Decision decision =
        new PolicyEngine(PolicySetLoader.load(folder)).decide(subjects, EnforcementPoint.BUILD);
    assertThat(decision.findings().stream().map(f -> f.span() + " " + f.message()))
        .containsExactly("a.sql:1:15 cannot be judged: the template in it has no value yet: :x");
  }

  @Test
  void theCheckIsFound() {
    assertThat(ServiceLoader.load(Check.class).stream().map(p -> p.get().id()))
        .contains("sql/statement-readable");
  }
}
