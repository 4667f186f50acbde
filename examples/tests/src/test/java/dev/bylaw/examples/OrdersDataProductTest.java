package dev.bylaw.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Finding;
import dev.bylaw.report.Report;
import dev.bylaw.report.ReportFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrdersDataProductTest {
  private static final Path EXPECTED = Examples.FAILING.resolve("expected-findings.tsv");

  @Test
  void theProductComplies() {
    Report report = Examples.judged(Examples.CLEAN);
    assertThat(report.decision().isAllowed()).isTrue();
    assertThat(report.decision().findings()).isEmpty();
    assertThat(report.decision().unknown()).isEmpty();
    assertThat(report.decision().notApplicable()).isEmpty();
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void everyPlantedFaultIsFoundAtItsPlaceAndNothingElse() throws IOException {
    Decision decision = Examples.judged(Examples.FAILING).decision();
    assertThat(decision.isAllowed()).isFalse();
    assertThat(decision.errors()).isEmpty();
    List<String> expected = Files.readAllLines(EXPECTED);
    assertThat(expected).hasSizeGreaterThan(10);
    assertThat(decision.findings().stream().map(OrdersDataProductTest::row))
        .containsExactlyElementsOf(expected.subList(1, expected.size()));
  }

  @Test
  void everyPolicyOfTheCouncilHasAPlantedFault() {
    Decision decision = Examples.judged(Examples.FAILING).decision();
    assertThat(decision.passed()).isEmpty();
    assertThat(decision.notApplicable()).isEmpty();
  }

  @Test
  void theReadmeShowsWhatTheBuildSays() throws IOException {
    StringWriter report = new StringWriter();
    ReportFormat.CONSOLE.write(Examples.judged(Examples.FAILING), report);
    List<String> shown =
        Files.readAllLines(Examples.FOLDER.resolve("../README.md")).stream()
            .filter(line -> line.startsWith("[ERROR] "))
            .map(line -> line.substring("[ERROR] ".length()))
            .filter(line -> !line.equals("..."))
            .toList();
    assertThat(shown).hasSizeGreaterThan(10);
    assertThat(report.toString().lines().toList()).containsAll(shown);
  }

  private static String row(Finding finding) {
    return String.join(
        "\t",
        finding.span().toString(),
        finding.policy().id(),
        finding.severity().word(),
        finding.message());
  }
}
