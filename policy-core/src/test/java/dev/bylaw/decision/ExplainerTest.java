package dev.bylaw.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.Golden;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.Policy;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.report.ExplanationText;
import dev.bylaw.subject.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainerTest {
  static List<Path> cases() {
    return Golden.cases("decision/explained");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhyAndWhyNot(Path folder) {
    PolicySet set = PolicySetLoader.load(folder.resolve("set"), List.of());
    StringBuilder out = new StringBuilder();
    for (Subject subject : PolicyEngineTest.subjects(folder)) {
      for (Policy policy : set.policies()) {
        Explanation explanation = new Explainer(policy, set.program()).explain(subject);
        assertThat(explanation.complete()).isTrue();
        out.append(ExplanationText.of(explanation)).append('\n');
      }
    }
    Golden.check(folder.resolve("explained.txt"), out.toString());
  }

  /**
   * The rules name no place; each finding is at the value that decided, or at what should hold it.
   */
  @ParameterizedTest
  @MethodSource("cases")
  void findsThePlaceAndWhatWasWanted(Path folder) {
    PolicySet set = PolicySetLoader.load(folder.resolve("set"), List.of());
    PolicyEngine engine = new PolicyEngine(set);
    Decision decision =
        engine.explained(engine.decide(PolicyEngineTest.subjects(folder), EnforcementPoint.BUILD));
    String findings =
        decision.findings().stream()
            .map(
                f ->
                    "%s %s: %s, found %s, wanted %s%n"
                        .formatted(
                            f.span(),
                            f.pointer(),
                            f.message(),
                            f.found().map(Object::toString).orElse("-"),
                            f.wanted().map(Object::toString).orElse("-")))
            .collect(Collectors.joining());
    Golden.check(folder.resolve("findings.txt"), findings);
  }
}
