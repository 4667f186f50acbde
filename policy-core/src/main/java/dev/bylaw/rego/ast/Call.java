package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;
import java.util.List;

/**
 * {@code f(a, b)}; operators are calls too, by OPA's names: {@code eq} for {@code =}, {@code
 * assign} for {@code :=}, {@code equal} for {@code ==}, {@code neq}, {@code lt}, {@code lte},
 * {@code gt}, {@code gte}, {@code plus}, {@code minus}, {@code mul}, {@code div}, {@code rem},
 * {@code and} for {@code &}, {@code or} for {@code |}, {@code internal.member_2} and {@code
 * internal.member_3} for {@code in}.
 *
 * @param operator a variable or a reference: the function's name
 * @param infix written as an operator between its operands
 */
public record Call(Span span, Term operator, List<Term> args, boolean infix) implements Term {
  public Call {
    args = List.copyOf(args);
  }
}
