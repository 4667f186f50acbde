package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One definition: a head that holds where the body holds.
 *
 * @param isDefault written with {@code default}
 * @param body {@code true} where the text has none
 * @param otherwise the {@code else} branch, tried where the body does not hold
 * @param annotations of scope rule and document that stand before this rule
 */
public record Rule(
    Span span,
    boolean isDefault,
    RuleHead head,
    Body body,
    Optional<Rule> otherwise,
    List<Annotations> annotations)
    implements Node {
  public Rule {
    annotations = List.copyOf(annotations);
  }
}
