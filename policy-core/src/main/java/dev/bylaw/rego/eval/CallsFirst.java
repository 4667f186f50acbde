package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.compiler.Negation;
import dev.bylaw.rego.compiler.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Plans the calls of a term as steps before it. */
final class CallsFirst {
  private final BodyPlanner body;
  private final Set<String> equality;

  /**
   * @param equality calls whose two sides are not operands
   */
  CallsFirst(BodyPlanner body, Set<String> equality) {
    this.body = body;
    this.equality = equality;
  }

  /**
   * Where something may fail, calls inside the term are evaluated before anything else in it, as in
   * OPA; of an equation, the first side comes before the second one, and calls inside it.
   */
  Term first(Term term) {
    if (!body.linker.mayFail(term)) {
      return term;
    }
    if (term instanceof Call c && c.operator() instanceof Var v && equality.contains(v.name())) {
      Term left = withoutCalls(c.args().get(0));
      Term right = c.args().get(1);
      boolean before =
          left instanceof Call
              ? hasCalls(right)
              : left instanceof Ref && (right instanceof Call || body.linker.isVirtual(right));
      boolean first = before && body.isSafe(left);
      Term one = first ? body.kept(left) : left;
      return new Call(c.span(), v, List.of(one, withoutCalls(right)), c.infix());
    }
    return withoutCalls(term);
  }

  /** The term with all of its calls evaluated before what follows. */
  Term called(Term term) {
    Term rest = withoutCalls(term);
    return (rest instanceof Call || rest instanceof TemplateString) && body.isSafe(rest)
        ? body.kept(rest)
        : rest;
  }

  private Term withoutCalls(Term term) {
    Body whole = new Body(term.span(), List.of(new Expr.TermExpr(term.span(), term, List.of())));
    Body rest = Negation.withoutCalls(whole, body::isSafe, c -> body.kept(withoutCalls(c)));
    return rest.exprs().get(0) instanceof Expr.TermExpr e ? e.term() : term;
  }

  private static boolean hasCalls(Term term) {
    List<Term> calls = new ArrayList<>();
    Terms.visit(
        term,
        t -> {
          if (t instanceof Call) {
            calls.add(t);
          }
          return !(t instanceof Comprehension);
        });
    return !calls.isEmpty();
  }
}
