package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import java.util.Optional;

/** Calls of {@code print}, which may print only what is declared somewhere in their body. */
final class Prints {
  private final Globals globals;
  private final Problems problems;

  Prints(Globals globals, Problems problems) {
    this.globals = globals;
    this.problems = problems;
  }

  /** The call that an expression or a negation is. */
  Optional<Call> call(Expr expr, Scope scope) {
    if (expr instanceof Expr.Not not && not.classic()) {
      return call(not.body().exprs().get(0), scope);
    }
    return expr instanceof Expr.TermExpr e
            && e.term() instanceof Call c
            && c.operator() instanceof Var v
            && v.name().equals("print")
            && scope.find("print") == null
            && globals.use("print", v.span()).isEmpty()
        ? Optional.of(c)
        : Optional.empty();
  }

  /** To be called when all names of the body are known. */
  void check(Call print, Scope scope) {
    for (Term arg : print.args()) {
      Terms.visit(arg, t -> check(t, scope));
    }
  }

  private boolean check(Term term, Scope scope) {
    if (term instanceof Call c) {
      c.args().forEach(a -> Terms.visit(a, t -> check(t, scope)));
      return false;
    }
    if (term instanceof Var v && !v.isWildcard() && !Vars.isGlobal(v.name())) {
      boolean known =
          scope.use(v.name()) != null
              || scope.hasSeen(v.name())
              || globals.use(v.name(), v.span()).isPresent();
      if (!known) {
        problems.compile(v.span(), "var " + v.name() + " is undeclared");
      }
    }
    return !(term instanceof Comprehension);
  }
}
