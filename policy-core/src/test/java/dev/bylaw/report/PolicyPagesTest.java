package dev.bylaw.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.bylaw.Golden;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyPagesTest {
  private static final Path SET = Mesh.folder().resolve("set");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  private static Map<String, String> pages(LocalDate day) {
    PolicySet set = PolicySetLoader.load(SET, List.of());
    return PolicyPages.of(set, Example.read(SET, set.policies()), day);
  }

  @Test
  void aPagePerPolicyAndAnIndex() {
    Map<String, String> pages = pages(DAY);
    assertThat(pages)
        .containsOnlyKeys(
            "index.md",
            "cost/auto-termination.md",
            "cost/no-literal-secrets.md",
            "naming/column-documented.md",
            "ownership/owner-present.md",
            "pii/column-classified.md",
            "sharing/recipient-known.md",
            "sql/no-select-star.md");
    Path expected = Mesh.folder().resolve("expected");
    Golden.check(expected.resolve("catalogue.md"), pages.get("index.md"));
    Golden.check(expected.resolve("catalogue-page.md"), pages.get("pii/column-classified.md"));
  }

  @Test
  void graceThatIsOverIsEnforced() {
    assertThat(pages(DAY).get("index.md")).contains("- **grace**: [naming/");
    assertThat(pages(LocalDate.of(2027, 4, 1)).get("index.md")).doesNotContain("- **grace**");
  }

  /** What a test comes to is seen by running it: its words would mislead. */
  @Test
  void examplesAreWhatHappens() {
    PolicySet set = PolicySetLoader.load(SET, List.of());
    List<Example> examples = Example.read(SET, set.policies()).get("pii/column-classified");
    assertThat(examples)
        .extracting(Example::name, Example::findings)
        .containsExactlyInAnyOrder(
            tuple("an untagged email is found", List.of("the column email is not tagged")),
            tuple("a tagged email passes", List.of()),
            tuple("one more is found", List.of("the column phone is not tagged")));
  }
}
