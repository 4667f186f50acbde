package dev.bylaw.report;

import dev.bylaw.decision.Explanation;
import dev.bylaw.decision.Explanation.Fact;
import dev.bylaw.decision.Explanation.Step;
import dev.bylaw.decision.Explanation.Try;

/** An explanation as a tree of lines for people. */
public final class ExplanationText {
  private static final int LONGEST_VALUE = 120;
  private static final int DEEPEST = 8;

  private final StringBuilder out = new StringBuilder();
  private final Masking masking;

  private ExplanationText(Masking masking) {
    this.masking = masking;
  }

  /** Each line with a line end; secrets are masked. */
  public static String of(Explanation explanation, Masking masking) {
    ExplanationText text = new ExplanationText(masking);
    text.line(0, "%s on %s".formatted(explanation.policy().id(), explanation.subject().path()));
    explanation.tries().forEach(t -> text.attempt(t, 1));
    if (explanation.tries().isEmpty()) {
      text.line(1, "nothing can be told: the policy is a check in Java, or none of its rules ran");
    }
    if (!explanation.complete()) {
      text.line(1, "... and more than is shown here");
    }
    return text.out.toString();
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(Words.plain(masking.text(Words.line(text)))).append('\n');
  }

  private void attempt(Try attempt, int depth) {
    String name = attempt.rule().substring(attempt.rule().lastIndexOf('.') + 1);
    String what = name.isEmpty() ? "the condition" : name;
    line(
        depth,
        attempt
            .message()
            .map(m -> "%s (%s) yields: %s".formatted(what, attempt.place(), m))
            .orElseGet(() -> "%s (%s) yields nothing".formatted(what, attempt.place())));
    attempt.steps().forEach(s -> step(s, depth + 1));
  }

  private void step(Step step, int depth) {
    line(depth, (step.holds() ? "+ " : "- ") + step.text());
    step.facts().forEach(f -> line(depth + 1, fact(f)));
    if (depth < 2 * DEEPEST) {
      step.because().forEach(t -> attempt(t, depth + 1));
    }
  }

  private String fact(Fact fact) {
    String value =
        fact.value()
            .map(v -> "is " + masking.value(v))
            .orElse(fact.place().isPresent() ? "is absent" : "is undefined");
    String shown =
        value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "..." : value;
    return fact.name() + " " + shown + fact.place().map(p -> "  (" + p + ")").orElse("");
  }
}
