package dev.bylaw.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.Golden;
import dev.bylaw.policy.Policy;
import dev.bylaw.policy.Policy.Implementation.BuiltIn;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.report.Example;
import dev.bylaw.report.PolicyPages;
import dev.bylaw.rules.example.RuleExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule has a page that says all of it, and a line in the list of rules. */
class RulePagesTest {
  private static final Path PAGE = Path.of("../docs/rules.md");
  private static final String MARK = "<!-- The tables below are written by RulePagesTest. -->\n";

  @TempDir Path folder;

  private PolicySet profile(String name) throws IOException {
    Path set = Files.createDirectories(folder.resolve(name));
    return Packs.imported(set, "{pack: bylaw/standard, profile: " + name + "}");
  }

  @Test
  void everyPageHasWhatWhyBothExamplesAndHowToMend() throws IOException {
    PolicySet strict = profile("strict");
    Map<String, List<Example>> examples = RuleExamples.of(strict.policies());
    Map<String, String> pages = PolicyPages.of(strict, examples, LocalDate.of(2026, 12, 1));
    assertThat(strict.policies())
        .hasSizeGreaterThan(170)
        .allSatisfy(
            policy -> {
              String page = pages.getOrDefault(policy.id() + ".md", "");
              assertThat(page).as(policy.id()).startsWith("# ").contains("| how to mend it | ");
              assertThat(policy.title()).as(policy.id()).isNotBlank();
              assertThat(policy.description()).as(policy.id()).isNotBlank();
              assertThat(page).as(policy.id()).contains("\n## Found: ").contains("\n## Complies: ");
              assertThat(page.contains("\n## Parameters\n"))
                  .as(policy.id())
                  .isEqualTo(!policy.parameters().isEmpty());
              assertThat(policy.parameters())
                  .allSatisfy(p -> assertThat(page).contains("\n| `" + p.name() + "` | "));
            });
  }

  @Test
  void policiesOfOthersHaveNoExamplesHere() throws IOException {
    Files.writeString(
        folder.resolve("own.rego"), "package own\n\ndeny contains \"x\" if input.sql\n");
    assertThat(RuleExamples.of(PolicySetLoader.of(folder).load().policies())).isEmpty();
  }

  @Test
  void theListOfRulesIsThatOfTheCode() throws IOException {
    Set<String> starter = ids(profile("starter"));
    Set<String> standard = ids(profile("standard"));
    Map<String, StringBuilder> tables = new TreeMap<>();
    for (Policy policy : profile("strict").policies()) {
      String profile =
          starter.contains(policy.id())
              ? "starter"
              : standard.contains(policy.id()) ? "standard" : "strict";
      tables
          .computeIfAbsent(policy.id().substring(0, policy.id().indexOf('/')), k -> head(k))
          .append(
              "| `%s` | %s | %s | %s | %s |\n"
                  .formatted(
                      policy.id(),
                      policy.title(),
                      policy.severity().word(),
                      profile,
                      String.join(", ", aliases(policy))));
    }
    String text = Files.readString(PAGE);
    Golden.check(
        PAGE,
        text.substring(0, text.indexOf(MARK) + MARK.length())
            + tables.values().stream().map(StringBuilder::toString).collect(Collectors.joining()));
  }

  private static StringBuilder head(String kind) {
    return new StringBuilder("\n## ")
        .append(kind)
        .append("\n\n| id | title | severity | profile | in the list of checks |\n")
        .append("|---|---|---|---|---|\n");
  }

  private static Set<String> ids(PolicySet set) {
    return set.policies().stream().map(Policy::id).collect(Collectors.toSet());
  }

  private static Set<String> aliases(Policy policy) throws IOException {
    if (policy.implementation() instanceof BuiltIn) {
      return CompletenessTest.inJava(policy.id());
    }
    String path = policy.id().replace('-', '_');
    Path file =
        Packs.STANDARD.resolve(path).resolve(path.substring(path.lastIndexOf('/') + 1) + ".rego");
    return new TreeSet<>(CompletenessTest.aliases(Files.readString(file)).toList());
  }
}
