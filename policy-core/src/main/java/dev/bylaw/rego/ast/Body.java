package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;
import java.util.List;

/**
 * A conjunction of expressions; never empty.
 *
 * @param explicit an operand of {@code not}, {@code and} or {@code or} that is written in braces
 */
public record Body(Span span, List<Expr> exprs, boolean explicit) implements Node {
  public Body {
    exprs = List.copyOf(exprs);
    if (exprs.isEmpty()) {
      throw new IllegalArgumentException("an empty body");
    }
  }

  public Body(Span span, List<Expr> exprs) {
    this(span, exprs, false);
  }
}
