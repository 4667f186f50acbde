package dev.bylaw.rego.explain;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One expression of a rule's body, as written, at the values that it had.
 *
 * @param span where it is written
 * @param parts values of what it names, in the order of the text
 * @param comparison where that is what it is
 * @param because what it asked: bodies within it and other rules, those that decided
 */
public record Condition(
    Span span,
    boolean holds,
    List<Part> parts,
    Optional<Comparison> comparison,
    List<Attempt> because) {
  public Condition {
    parts = List.copyOf(parts);
    because = List.copyOf(because);
  }

  /**
   * Two values that were compared.
   *
   * @param operator by OPA's name: {@code equal}, {@code neq}, {@code lt}, {@code lte}, {@code gt},
   *     {@code gte}, {@code internal.member_2}
   * @param negated whether {@code not} stands before it
   */
  public record Comparison(String operator, boolean negated, Part left, Part right) {}
}
