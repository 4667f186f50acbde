package dev.bylaw.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final PolicyEngine ENGINE =
      Mini.engine(
          """
          package naming

          deny contains msg if {
          	some t in input.warehouse.tags
          	t.name == lower(t.name)
          	msg := sprintf("tag\\t%s is lower case", [t.name])
          }
          """);

  private static List<Finding> findings(String... names) {
    String tags =
        List.of(names).stream()
            .map(n -> "\n{\"name\": \"" + n + "\"}")
            .collect(Collectors.joining(", "));
    return ENGINE
        .decide(
            List.of(Mini.warehouse("w.json", "{\"tags\": [" + tags + "]}")), EnforcementPoint.BUILD)
        .findings();
  }

  private static Baseline read(String text) {
    return Baseline.read(SourceFile.of("baseline.txt", text));
  }

  @Test
  void knownFindingsSurviveMovedLinesAndNewOnesAreFresh() {
    Baseline baseline = read(Baseline.of(findings("b", "a")).text());
    Baseline.Split split = baseline.split(findings("X", "c", "a", "Y", "b"));
    assertThat(split.known()).extracting(Finding::message).allMatch(m -> m.matches("tag\t[ab] .*"));
    assertThat(split.known()).hasSize(2);
    assertThat(split.fresh()).singleElement().asString().contains("tag\tc is");
    assertThat(split.stale()).isEmpty();
  }

  @Test
  void theFileIsSortedAndHasNoLineNumbers() {
    String text = Baseline.of(findings("b", "a")).text();
    assertThat(text).isEqualTo(Baseline.of(findings("X", "a", "b")).text());
    assertThat(text.lines().toList())
        .hasSize(3)
        .first()
        .isEqualTo("# bylaw baseline 1: policy, subject, fingerprint, message; sorted");
    assertThat(text.lines().skip(1))
        .isSorted()
        .allMatch(l -> l.matches("naming/deny\tw\\.json\t[0-9a-f]{32}\ttag [ab] is lower case"));
  }

  @Test
  void whatIsMendedLeavesAndCannotComeBack() {
    Baseline baseline = read(Baseline.of(findings("a", "b")).text());
    Baseline.Split split = baseline.split(findings("b"));
    assertThat(split.stale())
        .singleElement()
        .satisfies(e -> assertThat(e.message()).isEqualTo("tag a is lower case"));
    assertThat(split.stale().get(0).place())
        .hasValueSatisfying(s -> assertThat(s.line()).isEqualTo(2));
    Baseline smaller = read(baseline.without(split.stale()).text());
    assertThat(smaller.split(findings("a", "b")).fresh())
        .singleElement()
        .asString()
        .contains("tag\ta is");
  }

  @Test
  void oneEntryStandsForOneFinding() {
    Baseline baseline = Baseline.of(findings("a").subList(0, 1));
    List<Finding> twice = new ArrayList<>(findings("a"));
    twice.addAll(findings("a"));
    Baseline.Split split = baseline.split(twice);
    assertThat(split.known()).hasSize(1);
    assertThat(split.fresh()).hasSize(1);
  }

  @Test
  void theOrderOfLinesDoesNotMatter() {
    List<String> lines =
        new ArrayList<>(Baseline.of(findings("a", "b", "c")).text().lines().toList());
    Collections.reverse(lines.subList(1, lines.size()));
    Baseline merged = read(String.join("\r\n", lines));
    assertThat(merged.text()).isEqualTo(Baseline.of(findings("c", "b", "a")).text());
  }

  @Test
  void everyMalformedLineIsNamed() {
    String text =
        "known\nnaming\tw.json\t0123\tm\nnaming w.json\n<<<<<<< HEAD\n# remark\n\na\tb\tc\td\te\n";
    InputException e = catchThrowableOfType(InputException.class, () -> read(text));
    assertThat(e.diagnostics())
        .extracting(Object::toString)
        .containsExactly(
            "baseline.txt:1:1: baseline_error: found another first line, expected \"# bylaw baseline 1\"; write the file anew",
            "baseline.txt:2:1: baseline_error: found the fingerprint 0123, expected 32 hexadecimal digits",
            "baseline.txt:3:1: baseline_error: found 1 field, expected policy, subject, fingerprint and message with a tab between them",
            "baseline.txt:4:1: baseline_error: found the mark of a merge conflict; keep the lines of both sides",
            "baseline.txt:7:1: baseline_error: found 5 fields, expected policy, subject, fingerprint and message with a tab between them");
  }
}
