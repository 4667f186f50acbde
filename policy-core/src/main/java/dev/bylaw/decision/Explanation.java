package dev.bylaw.decision;

import dev.bylaw.policy.Policy;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Subject;
import java.util.List;
import java.util.Optional;

/**
 * Why a policy yields what it yields of a subject, and why its other definitions yield nothing.
 * Immutable.
 *
 * @param tries each definition with each answer, those with an answer first; a definition without
 *     one stands here once, with the attempt that came furthest
 * @param complete false where there was more than could be kept
 */
public record Explanation(Policy policy, Subject subject, List<Try> tries, boolean complete) {
  public Explanation {
    tries = List.copyOf(tries);
  }

  /**
   * A definition at some values.
   *
   * @param rule its path, such as {@code data.acme.naming.deny}
   * @param place of its head
   * @param message of the finding that it makes; for a rule that others ask, what it yields as
   *     Rego; empty where it yields nothing
   */
  public record Try(String rule, Span place, Optional<String> message, List<Step> steps) {
    public Try {
      steps = List.copyOf(steps);
    }

    public boolean holds() {
      return message.isPresent();
    }
  }

  /**
   * A condition of a definition.
   *
   * @param place where it is written
   * @param holds false for the one at which the definition ended
   * @param facts the values of what it names
   * @param because the rules that it asked
   */
  public record Step(Span place, boolean holds, List<Fact> facts, List<Try> because) {
    public Step {
      facts = List.copyOf(facts);
      because = List.copyOf(because);
    }

    /** The condition on one line. */
    public String text() {
      return Explainer.oneLine(place.text());
    }
  }

  /**
   * What was known.
   *
   * @param name as the rule writes it
   * @param value empty where there is none
   * @param place where the value stands in the subject, for one that is absent what should hold it;
   *     empty for what is not of the input
   */
  public record Fact(String name, Optional<RegoValue> value, Optional<Span> place) {}
}
