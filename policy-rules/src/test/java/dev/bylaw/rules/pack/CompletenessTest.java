package dev.bylaw.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.policy.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every check of the list is a rule, or a line says why it is none. */
class CompletenessTest {
  private static final Path CHECKS =
      Path.of(System.getProperty("bylaw.shared", "../../shared"), "facts/checks.tsv");

  private static final Path NOT_A_RULE =
      Path.of("src/test/resources/dev/bylaw/rules/pack/not-a-rule.tsv");

  private static final int MOST = 10;

  /** What checks in Java stand for; rules in Rego say it themselves. */
  private static final Map<String, String> IN_JAVA =
      Map.of(
          "D02", "descriptor/schema-valid",
          "D27", "descriptor/personal-data-classified",
          "D30", "descriptor/examples-not-real",
          "C10", "cluster/satisfies-policy",
          "P01", "cluster-policy/well-formed",
          "P02", "cluster-policy/consistent",
          "P03", "cluster-policy/variants-covered",
          "SQL-GEN-01", "sql/statement-readable");

  private static final Pattern ALIASES = Pattern.compile("#   aliases: \\[([^]]*)]");

  @Test
  void everyCheckIsARule() throws IOException {
    assumeTrue(Files.exists(CHECKS), () -> "SKIPPED: no list of checks at " + CHECKS);
    Map<String, String> rules = new HashMap<>(IN_JAVA);
    for (Path file : Packs.rego()) {
      aliases(Files.readString(file)).forEach(a -> rules.put(a, file.toString()));
    }
    Map<String, String> reasons = reasons();
    List<String> checks =
        Files.readAllLines(CHECKS).stream().map(l -> l.split("\t", -1)[0]).toList();
    assertThat(checks.subList(1, checks.size()))
        .hasSizeGreaterThan(140)
        .allMatch(id -> rules.containsKey(id) || reasons.containsKey(id));
  }

  @Test
  void whatIsInJavaIsThere() {
    assertThat(ServiceLoader.load(Check.class).stream().map(c -> c.get().id()))
        .containsAll(IN_JAVA.values());
  }

  @Test
  void whatIsNoRuleHasAReason() throws IOException {
    assertThat(reasons()).hasSizeLessThanOrEqualTo(MOST);
    assertThat(reasons().values()).noneMatch(String::isBlank);
  }

  /** What a rule in Rego says that it stands for. */
  static Stream<String> aliases(String rego) {
    Matcher matcher = ALIASES.matcher(rego);
    return matcher.find()
        ? Stream.of(matcher.group(1).split(", *", -1)).map(String::strip)
        : Stream.of();
  }

  /** What a check in Java stands for. */
  static Set<String> inJava(String id) {
    return IN_JAVA.entrySet().stream()
        .filter(e -> e.getValue().equals(id))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(NOT_A_RULE)) {
      String[] cells = line.split("\t", -1);
      if (!line.startsWith("#")) {
        reasons.put(cells[0], cells.length > 1 ? cells[1] : "");
      }
    }
    return reasons;
  }
}
