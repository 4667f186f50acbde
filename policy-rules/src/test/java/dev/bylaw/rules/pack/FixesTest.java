package dev.bylaw.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.Golden;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Edit;
import dev.bylaw.decision.Finding;
import dev.bylaw.decision.Fixes;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.decision.Question;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.rules.InputPaths;
import dev.bylaw.rules.SubjectLoader;
import dev.bylaw.rules.infra.BundleValues;
import dev.bylaw.source.Span;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files with faults, and what their findings propose: a folder {@code input}, judged by {@code
 * policies}; of each fix the edits, or that none of them works.
 */
class FixesTest {
  static Stream<Path> cases() {
    return Golden.cases("rules/pack/fixes").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void onlyFixesThatWorkAreShown(Path folder) {
    Path input = folder.resolve("input");
    PolicyEngine engine = new PolicyEngine(PolicySetLoader.of(folder.resolve("policies")).load());
    Question question = Question.at(EnforcementPoint.BUILD);
    Fixes.Read read = read(input, Map.of());
    Decision decision = engine.decide(read.subjects(), question);
    assertThat(decision.errors()).isEmpty();
    Decision fixed = new Fixes(engine, question, read, texts -> read(input, texts)).in(decision);
    assertThat(fixed.notices()).isEmpty();
    assertThat(fixed.findings()).hasSameSizeAs(decision.findings());
    Golden.check(
        folder.resolve("expected.txt"),
        fixed.findings().stream().map(FixesTest::shown).collect(Collectors.joining()));
  }

  private static Fixes.Read read(Path input, Map<String, String> texts) {
    SubjectLoader.Loaded loaded =
        SubjectLoader.loadWith(texts, InputPaths.of(input), BundleValues.NONE, Optional.empty());
    return new Fixes.Read(loaded.subjects(), loaded.diagnostics());
  }

  private static String shown(Finding finding) {
    String head = finding.span() + " " + finding.policy().id() + ": " + finding.message() + "\n";
    if (finding.fix().isEmpty()) {
      return head + (finding.proposal().isEmpty() ? "  no proposal\n" : "  no fix that works\n");
    }
    return head
        + finding.fix().get().edits().stream().map(FixesTest::shown).collect(Collectors.joining());
  }

  private static String shown(Edit edit) {
    Span span = edit.span();
    return "  %s to %d:%d <%s> becomes <%s>\n"
        .formatted(span, span.endLine(), span.endColumn(), span.text(), edit.text());
  }
}
