package dev.bylaw.decision;

import dev.bylaw.policy.Policy;
import dev.bylaw.policy.Policy.Implementation.RegoRules;
import dev.bylaw.rego.RegoEvaluationException;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.explain.Attempt;
import dev.bylaw.rego.explain.AttemptRecorder;
import dev.bylaw.rego.explain.Condition;
import dev.bylaw.rego.explain.Part;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates a policy once more, in the variant that tells its steps, to say why it yields what it
 * yields. Slow beside a decision: meant for findings and for people who ask. Thread-safe.
 */
public final class Explainer {
  private final Policy policy;
  private final RegoProgram program;

  /**
   * @param program the rules with the parameters that hold for the subjects
   */
  public Explainer(Policy policy, RegoProgram program) {
    this.policy = policy;
    this.program = program;
  }

  /**
   * Explains a policy at a subject. Of a check in Java there is nothing to tell.
   *
   * @throws RegoEvaluationException when the evaluation ends without an answer
   */
  public Explanation explain(Subject subject) {
    AttemptRecorder recorder = new AttemptRecorder();
    List<Explanation.Try> tries = new ArrayList<>();
    Terms terms = new Terms(subject, program);
    for (Attempt attempt : attempts(subject, recorder)) {
      tries.add(terms.of(attempt));
    }
    tries.sort(Comparator.comparing(t -> !t.holds()));
    return new Explanation(policy, subject, tries, recorder.isComplete());
  }

  /** What decided each element that the policy's rules yield, by the element. */
  Map<RegoValue, Decisive> decisive(Subject subject) {
    Map<RegoValue, Decisive> found = new LinkedHashMap<>();
    for (Attempt attempt : attempts(subject, new AttemptRecorder())) {
      attempt.yields().ifPresent(e -> Decisive.of(attempt).ifPresent(d -> found.putIfAbsent(e, d)));
    }
    return found;
  }

  /** What a finding says that comes from an element of a rule. */
  public static String message(RegoValue element) {
    RegoValue message =
        element instanceof RegoObject o && o.get("msg") instanceof RegoString m ? m : element;
    return message instanceof RegoString s ? s.value() : message.toString();
  }

  private List<Attempt> attempts(Subject subject, AttemptRecorder recorder) {
    List<Attempt> attempts = new ArrayList<>();
    if (policy.implementation() instanceof RegoRules rules) {
      RegoProgram observed = program.observed(recorder);
      for (String rule : rules.rules()) {
        List<String> path = new ArrayList<>(rules.packagePath());
        path.add(rule);
        observed.evaluate(Optional.of(subject.input().value()), path);
        attempts.addAll(recorder.of("data." + String.join(".", path)));
      }
    }
    return attempts;
  }

  static String oneLine(String text) {
    return String.join(" ", text.lines().map(String::strip).toList());
  }

  /** Says attempts in terms of a subject. */
  private record Terms(Subject subject, RegoProgram program) {
    Explanation.Try of(Attempt attempt) {
      return new Explanation.Try(
          attempt.rule(),
          attempt.place(),
          attempt.yields().map(Explainer::message),
          attempt.conditions().stream().map(this::step).toList());
    }

    private Explanation.Step step(Condition condition) {
      Map<Object, Explanation.Fact> facts = new LinkedHashMap<>();
      for (Part part : condition.parts()) {
        // a variable and what it was set to are one fact
        Object what = part.path().<Object>map(p -> p).orElse(part.span().text());
        facts.putIfAbsent(what, fact(part));
      }
      return new Explanation.Step(
          condition.span(), condition.holds(), List.copyOf(facts.values()), because(condition));
    }

    /** The rules that were asked; a body within the condition is left out for what it asked. */
    private List<Explanation.Try> because(Condition condition) {
      List<Explanation.Try> asked = new ArrayList<>();
      for (Attempt attempt : condition.because()) {
        if (!attempt.rule().isEmpty()) {
          asked.add(of(attempt));
        } else if (!attempt.conditions().isEmpty()) {
          within(condition, attempt, asked);
        }
      }
      return asked;
    }

    private void within(Condition condition, Attempt body, List<Explanation.Try> asked) {
      boolean same = body.conditions().stream().allMatch(c -> c.span().equals(condition.span()));
      if (same) {
        body.conditions().forEach(c -> asked.addAll(because(c)));
      } else {
        asked.add(of(body));
      }
    }

    private Explanation.Fact fact(Part part) {
      Optional<Place> place =
          part.isInput()
              ? part.path().map(p -> new Place(subject, p.subList(1, p.size())))
              : Optional.empty();
      Optional<RegoValue> value =
          part.value()
              .or(() -> place.flatMap(Place::value).map(Located::value))
              .or(() -> part.path().filter(p -> !part.isInput()).flatMap(this::document));
      return new Explanation.Fact(oneLine(part.span().text()), value, place.map(Place::span));
    }

    /** A rule or base document. */
    private Optional<RegoValue> document(List<RegoValue> path) {
      List<String> names =
          path.stream()
              .skip(1)
              .flatMap(k -> k instanceof RegoString s ? Optional.of(s.value()).stream() : null)
              .toList();
      return names.size() == path.size() - 1
          ? program.evaluate(Optional.of(subject.input().value()), names)
          : Optional.empty();
    }
  }
}
