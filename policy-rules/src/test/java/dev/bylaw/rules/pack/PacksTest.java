package dev.bylaw.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.policy.Parameter;
import dev.bylaw.policy.Policy;
import dev.bylaw.policy.Policy.Implementation.RegoRules;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.rego.RegoTest;
import dev.bylaw.rego.RegoTestResult;
import dev.bylaw.rego.RegoTests;
import dev.bylaw.rego.value.RegoValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every rule of the packs. */
class PacksTest {
  @TempDir private static Path folder;
  private static PolicySet strict;

  @BeforeAll
  static void load() {
    strict = Packs.imported(folder, "{pack: bylaw/standard, profile: strict}");
  }

  @Test
  void everyRuleSaysWhatPeopleNeedToKnow() {
    assertThat(strict.policies())
        .isNotEmpty()
        .allSatisfy(
            policy -> {
              assertThat(policy.title()).as(policy.id()).isNotEqualTo(policy.id());
              assertThat(policy.description()).as(policy.id()).isNotEmpty();
              assertThat(policy.characteristic()).as(policy.id()).isPresent();
              assertThat(policy.remediation()).as(policy.id()).isPresent();
              assertThat(policy.parameters())
                  .allSatisfy(p -> assertThat(p.description()).as(policy.id()).isPresent());
            });
  }

  @Test
  void everyRuleLiesInTheFolderOfItsId() {
    assertThat(rules())
        .allSatisfy(
            id -> {
              String path = id.replace('-', '_');
              String name = path.substring(path.lastIndexOf('/') + 1);
              assertThat(Packs.STANDARD.resolve(path).resolve(name + ".rego")).exists();
            });
  }

  @Test
  void everyRuleHasAFailingAndAPassingCase() {
    List<String> names = Packs.tests().tests().stream().map(PacksTest::path).toList();
    assertThat(rules())
        .allSatisfy(
            id -> {
              String tests = "bylaw/" + id.replace('-', '_') + "_test/test_";
              assertThat(names).anyMatch(n -> n.startsWith(tests + "fails"));
              assertThat(names).anyMatch(n -> n.startsWith(tests + "passes"));
            });
  }

  /** Two rules, one by names that a council can change and one by evidence, never find the same. */
  @Test
  void whatOneRuleKnowsAnotherOneLeavesToIt() {
    assertThat(parameter("sql/personal-data-found", "except_names"))
        .isPresent()
        .isEqualTo(parameter("sql/personal-data-tagged", "names"));
  }

  private static Optional<RegoValue> parameter(String id, String name) {
    return strict.policies().stream()
        .filter(p -> p.id().equals(id))
        .flatMap(p -> p.parameters().stream())
        .filter(p -> p.name().equals(name))
        .findFirst()
        .flatMap(Parameter::initial);
  }

  private static String path(RegoTest test) {
    return String.join("/", test.path());
  }

  @Test
  void allTestsPass() {
    RegoTests tests = Packs.tests();
    List<String> failed =
        tests.tests().stream()
            .map(tests::run)
            .filter(r -> r.status() != RegoTestResult.Status.PASS)
            .map(RegoTestResult::test)
            .map(RegoTest::fullName)
            .toList();
    assertThat(failed).isEmpty();
    double lines = tests.coverage().percentage();
    System.out.printf(Locale.ROOT, "packs: tests cover %.2f %% of lines%n", lines);
    assertThat(lines).isGreaterThanOrEqualTo(95);
  }

  @Test
  void everyRuleIsInAPackOfItsTheme() throws Exception {
    Set<String> ids = new TreeSet<>();
    for (String theme : Packs.themes()) {
      Path set = Files.createDirectory(folder.resolve(theme));
      Packs.imported(set, "{pack: bylaw/" + theme + "}")
          .policies()
          .forEach(policy -> ids.add(policy.id()));
    }
    assertThat(ids).containsAll(rules());
  }

  /** Ids of the rules in Rego. */
  private static List<String> rules() {
    return strict.policies().stream()
        .filter(p -> p.implementation() instanceof RegoRules)
        .map(Policy::id)
        .toList();
  }
}
