package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;
import java.util.List;

/** A conjunction of expressions; never empty. */
public record Body(Span span, List<Expr> exprs) implements Node {
  public Body {
    exprs = List.copyOf(exprs);
    if (exprs.isEmpty()) {
      throw new IllegalArgumentException("an empty body");
    }
  }
}
