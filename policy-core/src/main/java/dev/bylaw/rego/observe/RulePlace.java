package dev.bylaw.rego.observe;

import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.source.Span;

/** Where OPA says that a rule is: at its head. */
public final class RulePlace {
  private RulePlace() {}

  /** The head; of an {@code else} the word and the value. */
  public static Span of(Rule rule) {
    Span span = rule.span();
    // the name of an else stands before it, with the rule that it belongs to
    boolean otherwise = rule.head().reference().span().start() < span.start();
    if (!otherwise) {
      return rule.head().span();
    }
    Span word = span.source().span(span.start(), span.start() + "else".length());
    return rule.head().value().map(Term::span).map(word::to).orElse(word);
  }
}
