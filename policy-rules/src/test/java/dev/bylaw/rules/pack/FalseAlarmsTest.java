package dev.bylaw.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.Golden;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Finding;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.rules.SubjectLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the profile {@code starter} finds in the public examples of the standards. Each finding must
 * have an explanation in {@code false-alarms.tsv}, each explanation a finding, and both stand in
 * the docs, per product.
 */
class FalseAlarmsTest {
  private static final Path CORPORA =
      Path.of(System.getProperty("bylaw.shared", "../../shared"), "corpora");

  private static final Path EXPLANATIONS =
      Path.of("src/test/resources/dev/bylaw/rules/pack/false-alarms.tsv");

  private static final Path PAGE = Path.of("../docs/rules-false-alarms.md");

  private static final Set<String> KINDS =
      Set.of("example", "fixture", "template", "docs-example", "extracted");

  private static final String MARK = "<!-- The tables below are written by FalseAlarmsTest. -->\n";

  @TempDir Path folder;

  /** A published file: of which standard, and where in its repository. */
  private record Example(String standard, String path, String source, String text) {}

  /**
   * Why a finding is right.
   *
   * @param standard whose files it is for; {@code *} for all
   * @param where it holds: {@code without WORD} of a text, {@code in PART} of a path
   */
  private record Explanation(String rule, String start, String standard, String where, String why) {
    boolean explains(Finding finding, Example example) {
      String what = where.substring(where.indexOf(' ') + 1);
      boolean here =
          where.startsWith("without ")
              ? !example.text.toLowerCase(Locale.ROOT).contains(what)
              : example.source.contains(what);
      return here
          && (standard.equals("*") || standard.equals(example.standard))
          && finding.policy().id().equals(rule)
          && finding.message().startsWith(start);
    }
  }

  /** What was found in the products of one standard. */
  private static final class Standard {
    int files;
    int quiet;
    final Map<String, Integer> rows = new TreeMap<>();
  }

  @Test
  void everyFindingIsExplained() throws IOException {
    assumeTrue(
        Files.exists(CORPORA.resolve("index.tsv")),
        () -> "SKIPPED: no collected descriptors in " + CORPORA);
    PolicyEngine engine =
        new PolicyEngine(Packs.imported(folder, "{pack: bylaw/standard, profile: starter}"));
    List<Explanation> explanations = explanations();
    Set<Explanation> unused = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    unused.addAll(explanations);
    List<String> unexplained = new ArrayList<>();
    Map<String, Standard> standards = new TreeMap<>();
    for (Example example : examples()) {
      SubjectLoader.Loaded loaded = SubjectLoader.load(CORPORA.resolve(example.path), List.of());
      if (!loaded.subjects().isEmpty()) {
        Decision decision = engine.decide(loaded.subjects(), EnforcementPoint.BUILD);
        Standard standard = standards.computeIfAbsent(example.standard, s -> new Standard());
        standard.files++;
        standard.quiet += decision.findings().isEmpty() ? 1 : 0;
        for (Finding finding : decision.findings()) {
          explanations.stream()
              .filter(e -> e.explains(finding, example))
              .findFirst()
              .ifPresentOrElse(
                  e -> {
                    unused.remove(e);
                    standard.rows.merge(row(example, e), 1, Integer::sum);
                  },
                  () -> unexplained.add(example.source + " " + finding.message()));
        }
      }
    }
    assertThat(unexplained).isEmpty();
    assertThat(unused).as("explanations of nothing").isEmpty();
    String text = Files.readString(PAGE);
    Golden.check(PAGE, text.substring(0, text.indexOf(MARK) + MARK.length()) + tables(standards));
  }

  private static String row(Example example, Explanation e) {
    return "| %s | `%s` | %s | ".formatted(example.source, e.rule, e.why);
  }

  private static String tables(Map<String, Standard> standards) {
    StringBuilder out = new StringBuilder();
    out.append("\n| standard | files | without a finding | findings |\n|---|---|---|---|\n");
    standards.forEach(
        (name, s) ->
            out.append(
                "| %s | %d | %d | %d |\n"
                    .formatted(
                        name,
                        s.files,
                        s.quiet,
                        s.rows.values().stream().mapToInt(Integer::intValue).sum())));
    standards.forEach(
        (name, s) -> {
          if (!s.rows.isEmpty()) {
            out.append("\n## ").append(name).append("\n\n| file | rule | why | findings |\n");
            out.append("|---|---|---|---|\n");
            out.append(
                s.rows.entrySet().stream()
                    .map(e -> e.getKey() + e.getValue() + " |\n")
                    .collect(Collectors.joining()));
          }
        });
    return out.toString();
  }

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String line : Files.readAllLines(CORPORA.resolve("index.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (KINDS.contains(cells[3])) {
        String text = Files.readString(CORPORA.resolve(cells[0]));
        examples.add(new Example(cells[1], cells[0], cells[5], text));
      }
    }
    return examples;
  }

  private static List<Explanation> explanations() throws IOException {
    return Files.readAllLines(EXPLANATIONS).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(cells -> new Explanation(cells[0], cells[1], cells[2], cells[3], cells[4]))
        .toList();
  }
}
