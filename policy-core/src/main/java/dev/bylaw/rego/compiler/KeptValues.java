package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of a query's expressions, which OPA tells in its answer. It keeps each in a variable
 * that its check of safety looks at like at those of the text: in a query, a call binds one more,
 * and a reference is a side of an equation.
 */
final class KeptValues {
  private static final String KEPT = Flattening.GENERATED + "q";

  private KeptValues() {}

  /** A resolved query with variables for the values of its expressions. */
  static Body of(Body query, BodyOrder.ArityLookup arities) {
    List<Expr> exprs = new ArrayList<>();
    for (Expr e : query.exprs()) {
      exprs.add(e instanceof Expr.TermExpr t ? kept(t, exprs.size(), arities) : e);
    }
    return new Body(query.span(), exprs, query.explicit());
  }

  private static Expr kept(Expr.TermExpr expr, int number, BodyOrder.ArityLookup arities) {
    Term term = expr.term();
    Var variable = new Var(term.span(), KEPT + number);
    if (!(term instanceof Call c)) {
      Var eq = new Var(term.span(), "eq");
      Call equation = new Call(term.span(), eq, List.of(variable, term), true);
      return new Expr.TermExpr(expr.span(), equation, expr.with());
    } else if (CheckedNeeds.isEquation(c) || c.args().size() != arities.arity(c.operator())) {
      return expr;
    }
    List<Term> args = new ArrayList<>(c.args());
    args.add(variable);
    Call call = new Call(c.span(), c.operator(), args, false);
    return new Expr.TermExpr(expr.span(), call, expr.with());
  }
}
