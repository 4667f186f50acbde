package dev.bylaw.rego.explain;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Node;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Term;
import java.util.List;
import java.util.Optional;

/** Parts of the flat form. */
final class Named {
  private Named() {}

  /** The term that an expression states. */
  static Optional<Term> statement(Node node) {
    return node instanceof Expr.TermExpr e ? Optional.of(e.term()) : Optional.empty();
  }

  /** The term that an expression states to be false or undefined. */
  static Optional<Term> denied(Node node) {
    return node instanceof Expr.Not not && not.body().exprs().size() == 1
        ? statement(not.body().exprs().get(0))
        : Optional.empty();
  }

  /** What a rule yields, where that is written. */
  static Optional<Term> yields(Node node) {
    return node instanceof Rule r ? r.head().key().or(() -> r.head().value()) : Optional.empty();
  }

  /** The expressions of a rule or body. */
  static List<Expr> expressions(Node node) {
    if (node instanceof Rule r) {
      return r.body().exprs();
    } else if (node instanceof Expr.Every e) {
      return e.body().exprs();
    }
    return node instanceof Body b ? b.exprs() : List.of();
  }
}
