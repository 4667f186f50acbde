package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import java.util.Optional;
import java.util.function.Consumer;

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

  /** Notes the names that are printed, so that they are not declared later. */
  void note(Call print, Scope scope) {
    print.args().forEach(arg -> unknown(arg, scope, scope::print));
  }

  /** To be called when all names of the body are known. */
  void check(Call print, Scope scope) {
    for (Term arg : print.args()) {
      if (arg instanceof Var v && v.isWildcard()) {
        problems.compile(arg.span(), "var _ is undeclared");
      }
      unknown(arg, scope, v -> problems.compile(arg.span(), "var " + v.name() + " is undeclared"));
    }
  }

  private void unknown(Term term, Scope scope, Consumer<Var> action) {
    Terms.visit(
        term,
        t -> {
          if (t instanceof Call c) {
            c.args().forEach(arg -> unknown(arg, scope, action));
          } else if (t instanceof ObjectTerm o) {
            for (ObjectTerm.Entry e : WrittenKey.last(o)) {
              unknown(e.key(), scope, action);
              unknown(e.value(), scope, action);
            }
          } else if (t instanceof Var v && !isKnown(v, scope)) {
            action.accept(v);
          }
          return !(t instanceof Call || t instanceof ObjectTerm || t instanceof Comprehension);
        });
  }

  private boolean isKnown(Var v, Scope scope) {
    return v.isWildcard()
        || Vars.isGlobal(v.name())
        || scope.use(v.name()) != null
        || scope.hasSeen(v.name())
        || globals.use(v.name(), v.span()).isPresent();
  }
}
