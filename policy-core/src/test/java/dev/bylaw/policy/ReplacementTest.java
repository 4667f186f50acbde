package dev.bylaw.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.policy.Replacement.Answer;
import dev.bylaw.subject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacementTest {
  private static final String HEAD =
      """
      # METADATA
      # title: Rule
      # custom:
      #   kind: infra
      #   subject: warehouse
      #   parameters:
      #     max: {type: integer, default: 10, order: max}
      package rule

      """;
  private static final String GLOBAL =
      """
      deny contains "large" if input.warehouse.size > data.parameters.rule.max

      deny contains "no owner" if {
      	not startswith(input.warehouse.tags.owner, "team-")
      }
      """;

  @TempDir Path temp;

  private AssignedPolicy policy(String name, String rules, int max) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(name));
    Files.writeString(folder.resolve("rule.rego"), HEAD + rules);
    Files.writeString(
        folder.resolve("policies.yaml"),
        "name: x\nversion: 1\nassign:\n  - policies: [rule]\n    parameters: {max: %d}\n"
            .formatted(max));
    PolicySet set = PolicySetLoader.load(folder, List.of());
    return set.inForce(TestSubjects.warehouse(""), TestSubjects.DAY).get(0);
  }

  private static final List<Subject> KNOWN =
      List.of(
          TestSubjects.warehouse("", Map.of(), "{\"size\": 3, \"tags\": {\"owner\": \"team-a\"}}"));

  @Test
  void tighterParametersAreAProof() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("both"));
    Files.writeString(folder.resolve("rule.rego"), HEAD + GLOBAL);
    Files.writeString(
        folder.resolve("policies.yaml"),
        """
        name: x
        version: 1
        assign:
          - policies: [rule]
          - policies: [rule]
            scope: one
            parameters: {max: 5}
        """);
    PolicySet set = PolicySetLoader.load(folder, List.of());
    AssignedPolicy above = set.inForce(TestSubjects.warehouse(""), TestSubjects.DAY).get(0);
    AssignedPolicy below = set.inForce(TestSubjects.warehouse("one"), TestSubjects.DAY).get(0);
    assertThat(Replacement.ask(above, List.of(below), KNOWN))
        .isInstanceOfSatisfying(
            Answer.Proven.class, p -> assertThat(p.reason()).contains("{\"max\": 5}"));
    assertThat(Replacement.ask(below, List.of(above), KNOWN))
        .isInstanceOf(Answer.Counterexample.class);
  }

  @Test
  void aForgottenCaseIsFound() throws IOException {
    AssignedPolicy above = policy("above", GLOBAL, 10);
    AssignedPolicy forgets =
        policy("below", "deny contains \"large\" if input.warehouse.size > 5\n", 10);
    assertThat(Replacement.ask(above, List.of(forgets), KNOWN))
        .isInstanceOfSatisfying(
            Answer.Counterexample.class,
            c -> {
              assertThat(c.denial()).isEqualTo("no owner");
              assertThat(c.input().toString()).contains("owner").doesNotContain("size");
            });
    AssignedPolicy boundary = policy("boundary", GLOBAL.replace("max\n", "max + 1\n"), 10);
    assertThat(Replacement.ask(above, List.of(boundary), KNOWN))
        .isInstanceOfSatisfying(
            Answer.Counterexample.class,
            c -> assertThat(c.input()).hasToString("{\"warehouse\": {\"size\": 11}}"));
  }

  @Test
  void freeRulesThatDenyMoreAreNotShown() throws IOException {
    AssignedPolicy above = policy("above", GLOBAL, 10);
    AssignedPolicy stricter =
        policy(
            "below",
            """
            deny contains "large" if input.warehouse.size > 4

            deny contains "no owner" if {
            	not regex.match("^team-[a-z]+$", input.warehouse.tags.owner)
            }
            """,
            10);
    assertThat(Replacement.ask(above, List.of(stricter), KNOWN))
        .isInstanceOfSatisfying(
            Answer.NotShown.class,
            n -> assertThat(n.denied()).isGreaterThan(n.inputs() / 10).isLessThan(n.inputs()));
    AssignedPolicy half =
        policy("half", "deny contains \"large\" if input.warehouse.size > 4\n", 10);
    AssignedPolicy other =
        policy(
            "other",
            "deny contains \"owner\" if not startswith(input.warehouse.tags.owner, \"team\")\n",
            10);
    assertThat(Replacement.ask(above, List.of(half, stricter), KNOWN))
        .isInstanceOf(Answer.NotShown.class);
    assertThat(Replacement.ask(above, List.of(half, other), KNOWN))
        .as("an owner that starts with team, not with team-")
        .isInstanceOf(Answer.Counterexample.class);
  }
}
