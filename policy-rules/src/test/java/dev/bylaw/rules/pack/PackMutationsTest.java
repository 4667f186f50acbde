package dev.bylaw.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever is changed in a rule of the packs, or in what rules have in common, a test of the rule
 * fails, or the list says why it still means the same. {@code -Dmutations=all} changes all rules,
 * {@code -Dmutations=N} as many of them, {@code -Dmutations=ID,ID} these; {@code -Dmutations.seed}
 * chooses others.
 */
class PackMutationsTest {
  private static final Path EQUIVALENT =
      Path.of("src/test/resources/dev/bylaw/rules/pack/equivalent-mutants.tsv");

  private static final String WHICH = System.getProperty("mutations", "30");
  private static final long SEED = Long.getLong("mutations.seed", 1);

  private static final String SHARED = "bylaw.lib.";
  private static final String TESTS = "_test";

  private static final Map<String, TestedRule> RULES = new TreeMap<>();

  /** By rule, then by the name of the mutation. */
  private static final Map<String, Map<String, String>> REASONS = new TreeMap<>();

  @BeforeAll
  static void load() throws IOException {
    Map<String, SourceFile> packages = new HashMap<>();
    for (Path file : Packs.rego()) {
      SourceFile source =
          SourceFile.of(Packs.STANDARD.relativize(file).toString(), Files.readString(file));
      packages.put(TestedRule.packageOf(source), source);
    }
    packages.forEach(
        (name, source) -> {
          SourceFile tests = packages.get(name + TESTS);
          if (tests != null && !name.startsWith(SHARED)) {
            RULES.put(id(name), TestedRule.of(id(name), source, tests, packages));
          }
        });
    List<TestedRule> rules = List.copyOf(RULES.values());
    packages.forEach(
        (name, source) -> {
          if (name.startsWith(SHARED) && !name.endsWith(TESTS)) {
            Optional<SourceFile> tests = Optional.ofNullable(packages.get(name + TESTS));
            RULES.put(id(name), TestedRule.shared(id(name), source, tests, rules));
          }
        });
    List<String> lines = Files.readAllLines(EQUIVALENT);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      assertThat(fields).as(line).hasSize(3).doesNotContain("");
      assertThat(REASONS.computeIfAbsent(fields[0], k -> new TreeMap<>()).put(fields[1], fields[2]))
          .as(line)
          .isNull();
    }
  }

  private static String id(String name) {
    return name.substring("bylaw.".length()).replace('.', '/').replace('_', '-');
  }

  private static List<TestedRule> sample() {
    List<TestedRule> rules = new ArrayList<>(RULES.values());
    if (WHICH.equals("all")) {
      return rules;
    } else if (WHICH.contains("/")) {
      return Stream.of(WHICH.split(",", -1)).map(id -> RULES.get(id)).toList();
    }
    Collections.shuffle(rules, new Random(SEED));
    return rules.subList(0, Math.min(rules.size(), Integer.parseInt(WHICH)));
  }

  @Test
  void aChangeOfARuleMakesATestFail() {
    assertThat(RULES).hasSizeGreaterThan(160);
    int mutants = 0;
    int survivors = 0;
    List<String> wrong = new ArrayList<>();
    for (TestedRule rule : sample()) {
      assertThat(rule.fails()).as(rule.id()).isFalse();
      Map<String, String> reasons = REASONS.getOrDefault(rule.id(), Map.of());
      for (Mutation mutation : rule.mutations()) {
        TestedRule.Outcome outcome = rule.outcome(mutation);
        boolean survived = outcome == TestedRule.Outcome.SURVIVED;
        mutants += outcome == TestedRule.Outcome.NO_MODULE ? 0 : 1;
        survivors += survived ? 1 : 0;
        if (survived && !reasons.containsKey(mutation.name())) {
          wrong.add(rule.id() + "\t" + mutation.name() + "\tno test finds this");
        } else if (!survived && reasons.containsKey(mutation.name())) {
          wrong.add(rule.id() + "\t" + mutation.name() + "\tstands in the list, but is " + outcome);
        }
      }
    }
    System.out.printf(
        "mutations: %d of %d found by a test, %d equivalent%n",
        mutants - survivors, mutants, survivors);
    assertThat(String.join("\n", wrong)).isEmpty();
  }

  @Test
  void theListNamesMutationsThatThereAre() {
    REASONS.forEach(
        (id, reasons) -> {
          Set<String> names =
              RULES.get(id).mutations().stream().map(Mutation::name).collect(Collectors.toSet());
          assertThat(new TreeSet<>(names)).as(id).containsAll(reasons.keySet());
        });
  }
}
