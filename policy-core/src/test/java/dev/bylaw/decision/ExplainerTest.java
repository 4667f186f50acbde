package dev.bylaw.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.Golden;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.Policy;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.eval.EvaluationLimits;
import dev.bylaw.rego.explain.AttemptRecorder;
import dev.bylaw.report.ExplanationText;
import dev.bylaw.report.Masking;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        out.append(ExplanationText.of(explanation, Masking.CREDENTIALS)).append('\n');
      }
    }
    Golden.check(folder.resolve("explained.txt"), out.toString());
  }

  /** Explaining ends, whatever the policy does: so many attempts are kept, and that is said. */
  @Test
  void keepsSoManyAttempts() {
    int many = AttemptRecorder.DEFAULT_LIMIT + 1_000;
    String rule = "package p\n\ndeny contains i if some i in numbers.range(1, %d)".formatted(many);
    AttemptRecorder recorder = new AttemptRecorder();
    new RegoCompiler()
        .module(SourceFile.of("p.rego", rule))
        .limits(EvaluationLimits.DEFAULT.withTime(Duration.ofMinutes(10)))
        .compile()
        .observed(recorder)
        .evaluate(Optional.empty(), List.of("p", "deny"));
    assertThat(recorder.isComplete()).isFalse();
    assertThat(recorder.of("data.p.deny")).hasSize(AttemptRecorder.DEFAULT_LIMIT);
    PolicySet set = PolicySetLoader.load(cases().get(0).resolve("set"), List.of());
    Subject subject = PolicyEngineTest.subjects(cases().get(0)).get(0);
    Explanation cut = new Explanation(set.policies().get(0), subject, List.of(), false);
    assertThat(ExplanationText.of(cut, Masking.CREDENTIALS))
        .endsWith("... and more than is shown here\n");
  }

  /** A decision with many findings explains the first pairs only. */
  @Test
  void explainsSoManyPairs(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("p.rego"),
        """
        # METADATA
        # custom: {kind: infra, subject: warehouse}
        package p

        deny contains "too long" if input.warehouse.minutes > 30
        """);
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < PolicyEngine.MOST_EXPLAINED + 20; i++) {
      subjects.add(warehouse(SourceFile.of("w" + i + ".json", "{\"minutes\": 45}")));
    }
    PolicyEngine engine = new PolicyEngine(PolicySetLoader.load(folder, List.of()));
    Decision decision = engine.explained(engine.decide(subjects, EnforcementPoint.BUILD));
    assertThat(decision.findings()).hasSize(PolicyEngine.MOST_EXPLAINED + 20);
    assertThat(decision.findings().stream().filter(f -> f.wanted().isPresent()))
        .hasSize(PolicyEngine.MOST_EXPLAINED);
  }

  private static Subject warehouse(SourceFile file) {
    Located body = DocumentReader.read(file).documents().get(0);
    return SubjectDocument.of(SubjectKind.WAREHOUSE, "w", file, body, body, List.of());
  }

  @Test
  void tellsHowFarADecisionHasCome() {
    List<String> told = new ArrayList<>();
    List<Subject> subjects = PolicyEngineTest.subjects(cases().get(0));
    PolicySet set = PolicySetLoader.load(cases().get(0).resolve("set"), List.of());
    new PolicyEngine(set)
        .reporting((done, all) -> told.add(done + " of " + all))
        .decide(subjects, EnforcementPoint.BUILD);
    int all = subjects.size();
    assertThat(told).hasSize(all).endsWith(all + " of " + all);
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
