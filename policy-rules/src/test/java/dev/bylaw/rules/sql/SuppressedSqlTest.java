package dev.bylaw.rules.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.report.Report;
import dev.bylaw.report.ReportFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments that except findings, from the file to the report. */
class SuppressedSqlTest {
  private static final String SQL =
      """
      CREATE TABLE c.s.ORDERS (id INT);
      -- bylaw:ignore naming/upper-case: the consumers are being moved until March
      CREATE TABLE c.s.daily (id INT);
      CREATE TABLE c.s.weekly (id INT);
      """;

  @TempDir Path folder;

  private Decision decision(boolean suppressible) throws IOException {
    Files.writeString(
        folder.resolve("upper_case.rego"),
        """
        # METADATA
        # title: Tables are upper case
        # custom:
        #   kind: code
        #   subject: sql
        #   severity: error
        #   remediation: Rename the table.
        #   suppressible: %s
        package acme.naming.upper_case

        deny contains finding if {
          some table in input.sql.tables
          table.name != upper(table.name)
          finding := {"msg": sprintf("table %%s is not upper case", [table.name]), "at": table.name}
        }
        """
            .formatted(suppressible));
    Files.writeString(folder.resolve("policies.yaml"), "name: acme\nversion: 1.0.0\nroot: acme\n");
    var subjects = SqlReaderTest.read(SQL).subjects();
    return new PolicyEngine(PolicySetLoader.load(folder)).decide(subjects, EnforcementPoint.BUILD);
  }

  private static List<String> findings(Decision decision) {
    return decision.findings().stream().map(f -> f.span().line() + ": " + f.message()).toList();
  }

  @Test
  void aCommentExceptsTheStatementBehindItWhereThePolicyAllowsIt() throws IOException {
    Decision decision = decision(true);
    assertThat(findings(decision)).containsExactly("4: table weekly is not upper case");
    assertThat(decision.waived()).hasSize(1);
    assertThat(decision.waived().get(0).finding().message())
        .isEqualTo("table daily is not upper case");
    StringWriter json = new StringWriter();
    ReportFormat.JSON.write(new Report(decision, List.of()), json);
    assertThat(json.toString()).contains("\"inline\"", "the consumers are being moved until March");
  }

  @Test
  void aCommentExceptsNothingWhereThePolicyDoesNotAllowIt() throws IOException {
    Decision decision = decision(false);
    assertThat(findings(decision))
        .containsExactly("3: table daily is not upper case", "4: table weekly is not upper case");
    assertThat(decision.waived()).isEmpty();
  }
}
