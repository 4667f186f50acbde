package dev.bylaw.rego.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.Golden;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.value.RegoJson;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What listeners make of the policies below {@code rego/observe} and {@code rego/coverage}. */
class ObserveTest {
  static List<Path> cases() {
    return Golden.cases("rego/observe");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsObserved(Path folder) throws IOException, ParseException {
    Observed observed = Observed.run(folder);
    Golden.check(folder.resolve("full.txt"), observed.full.text());
    Golden.check(folder.resolve("notes.txt"), observed.notes.text());
    Golden.check(folder.resolve("fails.txt"), observed.fails.text());
    Golden.check(folder.resolve("printed.txt"), observed.printed.toString());
    Golden.check(folder.resolve("profile.txt"), observed.profile.report().toText());
  }

  static List<Path> covered() {
    return Stream.of("rego/observe", "rego/coverage")
        .flatMap(folder -> Golden.cases(folder).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("covered")
  void whatIsCovered(Path folder) throws IOException, ParseException {
    Observed observed = Observed.run(folder);
    CoverageReport coverage = observed.coverage.report(observed.program.modules());
    Golden.check(
        folder.resolve("coverage.json"),
        RegoJson.writeIndented(coverage.toJson(), "", "  ") + "\n");
    Golden.check(folder.resolve("expressions.txt"), expressions(observed));
  }

  /** The written expressions in the order of the text, those that are not covered marked. */
  private static String expressions(Observed observed) {
    Module module = observed.program.modules().get(0);
    ExpressionCoverage.File file =
        Objects.requireNonNull(
            observed.coverage.expressions(List.of(module)).files().get("policy.rego"));
    SortedMap<SourceRange, String> lines = new TreeMap<>();
    Statements statements = Statements.of(module);
    Stream.concat(statements.rules().stream(), statements.expressions().stream())
        .forEach(
            span -> {
              boolean covered = file.covered().contains(span);
              assertThat(file.notCovered().contains(span)).isNotEqualTo(covered);
              String text = span.text().lines().findFirst().orElseThrow();
              String place = span.line() + ":" + span.column();
              lines.put(
                  SourceRange.of(span),
                  "%-4s%-6s %s%n".formatted(covered ? "" : "NOT", place, text));
            });
    return String.join("", lines.values());
  }
}
