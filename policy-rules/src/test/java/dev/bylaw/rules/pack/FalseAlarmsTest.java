package dev.bylaw.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.Golden;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.rules.DescriptorReader;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceReader;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the profile {@code starter} finds in the public examples of the standards, and why. */
class FalseAlarmsTest {
  private static final Path CORPORA =
      Path.of(System.getProperty("bylaw.shared", "../../shared"), "corpora");

  private static final Path PAGE = Path.of("../docs/rules-false-alarms.md");

  private static final Set<SubjectKind> KINDS = Set.of(SubjectKind.PRODUCT, SubjectKind.CONTRACT);

  private static final String MARK = "<!-- The table below is written by FalseAlarmsTest. -->\n";

  /** Why a rule finds something in a file that others show as an example. */
  private static final Map<String, String> WHY =
      Map.of(
          "descriptor/owner-present",
          "right: the example names no owner, or a placeholder; most show one feature alone",
          "descriptor/output-port-present",
          "right: the example has no output port; it shows another part of the standard",
          "descriptor/schema-present",
          "right: the example has no table, or a table without columns",
          "descriptor/secrets-absent",
          "right by its form: a password or key that the example made up");

  @TempDir Path folder;

  private record Row(String standard, String policy) {
    @Override
    public String toString() {
      return "| " + standard + " | `" + policy + "` | ";
    }
  }

  @Test
  void everyFindingIsExplained() throws IOException {
    Path index = CORPORA.resolve("index.tsv");
    assumeTrue(Files.exists(index), () -> "SKIPPED: no collected descriptors at " + index);
    PolicyEngine engine =
        new PolicyEngine(Packs.imported(folder, "{pack: bylaw/standard, profile: starter}"));
    Map<String, Integer> files = new TreeMap<>();
    Map<String, Integer> hit = new TreeMap<>();
    for (String line : Files.readAllLines(index)) {
      String[] cells = line.split("\t", -1);
      if (cells[3].equals("example") || cells[3].equals("fixture")) {
        List<Subject> subjects = subjects(cells[0]);
        if (!subjects.isEmpty()) {
          files.merge(cells[1], 1, Integer::sum);
          rules(engine.decide(subjects, EnforcementPoint.BUILD))
              .forEach(
                  rule -> hit.merge(new Row(cells[1], rule).toString() + rule, 1, Integer::sum));
        }
      }
    }
    String table =
        hit.entrySet().stream()
            .map(entry -> line(entry.getKey(), entry.getValue(), files))
            .collect(Collectors.joining());
    String text = Files.readString(PAGE);
    int mark = text.indexOf(MARK) + MARK.length();
    Golden.check(
        PAGE,
        text.substring(0, mark)
            + "\n| standard | rule | files | of | why |\n|---|---|---|---|---|\n"
            + table);
  }

  private static String line(String row, int count, Map<String, Integer> files) {
    String start = row.substring(0, row.lastIndexOf("| ") + 2);
    String rule = row.substring(start.length());
    String standard = row.split(" ", -1)[1];
    assertThat(WHY).containsKey(rule);
    return "%s%d | %d | %s |\n".formatted(start, count, files.get(standard), WHY.get(rule));
  }

  private static List<String> rules(Decision decision) {
    assertThat(decision.errors()).isEmpty();
    return decision.findings().stream().map(f -> f.policy().id()).distinct().toList();
  }

  private static List<Subject> subjects(String path) {
    return SourceReader.read(CORPORA, CORPORA.resolve(path), Limits.DEFAULT).source().stream()
        .flatMap(source -> new DescriptorReader().read(source).stream())
        .flatMap(read -> read.subjects().stream())
        .filter(subject -> KINDS.contains(subject.kind()))
        .toList();
  }
}
