package dev.bylaw.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rules.pack.TestedRule.Outcome;
import dev.bylaw.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MutationsTest {
  private static final SourceFile RULE =
      SourceFile.of(
          "rule.rego",
          """
          package rule

          deny contains "too many" if {
          	some job in input.jobs
          	(job.workers) > 8
          	not job.approved
          }
          """);

  private static final String TESTS =
      """
      package rule_test

      import data.rule

      found(job) := findings if {
      	findings := rule.deny with input as {"jobs": [job]}
      }

      test_fails if count(found({"workers": 9})) == 1
      """;

  private static TestedRule rule(String more) {
    SourceFile tests = SourceFile.of("rule_test.rego", TESTS + more);
    return TestedRule.of("rule", RULE, tests, Map.of("rule", RULE, "rule_test", tests));
  }

  private static List<String> withOutcome(TestedRule rule, Outcome outcome) {
    assertThat(rule.fails()).isFalse();
    return rule.mutations().stream()
        .filter(m -> rule.outcome(m) == outcome)
        .map(Mutation::name)
        .toList();
  }

  @Test
  void aMutationChangesItsPlaceAlone() {
    assertThat(
            rule("").mutations().stream()
                .collect(
                    Collectors.toMap(
                        Mutation::name,
                        m -> m.mutant().lineText(m.place().line()).strip(),
                        (a, b) -> a)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "some job in input.jobs left out", "true",
                "job.workers > 8 left out", "true",
                "job.workers > 8 with >=", "(job.workers) >= 8",
                "job.workers > 8 with <=", "(job.workers) <= 8",
                "job.workers > 8 with 9 for 8", "(job.workers) > 9",
                "job.workers > 8 with 7 for 8", "(job.workers) > 7",
                "not job.approved left out", "true",
                "not job.approved without not", "job.approved"));
  }

  @Test
  void whatNoTestFindsSurvives() {
    assertThat(withOutcome(rule(""), Outcome.SURVIVED))
        .containsExactly(
            "job.workers > 8 left out",
            "job.workers > 8 with >=",
            "job.workers > 8 with 7 for 8",
            "not job.approved left out");
    assertThat(withOutcome(rule(""), Outcome.NO_MODULE))
        .containsExactly("some job in input.jobs left out");
  }

  @Test
  void whatATestFindsDoesNot() {
    String more =
        """

        test_passes if {
        	count(found({"workers": 8})) == 0
        	count(found({"workers": 9, "approved": true})) == 0
        }
        """;
    assertThat(withOutcome(rule(more), Outcome.SURVIVED)).isEmpty();
  }
}
