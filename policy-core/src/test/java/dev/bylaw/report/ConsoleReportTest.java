package dev.bylaw.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.report.ConsoleStyle.Detail;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
  private static String shown(Detail detail, boolean colour) throws IOException {
    StringWriter out = new StringWriter();
    ConsoleReport.write(Mesh.report(), new ConsoleStyle(detail, colour), out);
    return out.toString();
  }

  @Test
  void quietIsTheSummary() throws IOException {
    assertThat(shown(Detail.QUIET, false).lines())
        .hasSize(2)
        .first()
        .asString()
        .isEqualTo(
            "5 errors, 3 warnings, 2 waived, 1 known; 6 subjects, 0 of 5 policies passed, 1 not applicable");
  }

  @Test
  void briefHasALinePerFinding() throws IOException {
    List<String> lines = shown(Detail.BRIEF, false).lines().toList();
    assertThat(lines)
        .contains(
            "orders/orders-gold/table.orders.yaml",
            "orders/orders-gold/table.orders.yaml:7:12: error: the column email is not tagged [pii/column-classified]",
            "pii/column-classified     2 errors, 1 waived",
            "naming/column-documented  3 warnings, 1 known")
        .noneMatch(l -> l.contains("^^^") || l.contains("why:"));
  }

  @Test
  void verboseHasWhatIsKnownAndEveryPolicy() throws IOException {
    assertThat(shown(Detail.VERBOSE, false))
        .contains(
            "known: the column amount has no comment [naming/column-documented]",
            "sharing/recipient-known   not applicable");
  }

  @Test
  void colourOnlyAddsSequences() throws IOException {
    for (Detail detail : Detail.values()) {
      String plain = shown(detail, false);
      String coloured = shown(detail, true);
      assertThat(plain).doesNotContain("\u001B");
      assertThat(coloured).contains("\u001B[1;31mdeny\u001B[m");
      assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
      assertThat(coloured.lines()).allSatisfy(ConsoleReportTest::endsPlain);
    }
  }

  /** A log puts each line on its own; no colour may run into the next one. */
  private static void endsPlain(String line) {
    assertThat(line.split("\u001B\\[m", -1).length)
        .isEqualTo(line.split("\u001B\\[[0-9]", -1).length);
  }
}
