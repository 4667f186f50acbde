package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls of {@code print} in resolved bodies: {@code internal.print([{x | x = a}, ...])}, so that an
 * argument without a value does not make the expression undefined.
 */
public final class PrintCalls {
  /** OPA's name of the function. */
  public static final String NAME = "internal.print";

  private PrintCalls() {}

  /**
   * @param args resolved
   * @param variable a name that nothing else has
   */
  static Call of(Span span, List<Term> args, String variable) {
    List<Term> sets = new ArrayList<>();
    for (Term arg : args) {
      Var value = new Var(arg.span(), variable + sets.size());
      Call set = new Call(arg.span(), new Var(arg.span(), "eq"), List.of(value, arg), true);
      Expr expr = new Expr.TermExpr(arg.span(), set, List.of());
      sets.add(new Comprehension.OfSet(arg.span(), value, new Body(arg.span(), List.of(expr))));
    }
    return new Call(span, new Var(span, NAME), List.of(new ArrayTerm(span, sets)), false);
  }

  public static boolean is(Term term) {
    return term instanceof Call c && c.operator() instanceof Var v && v.name().equals(NAME);
  }

  /** The sets of what is printed. */
  public static List<Term> arguments(Call call) {
    return call.args().get(0) instanceof ArrayTerm a ? a.elements() : List.of();
  }

  /** The variables of an argument that must have their values from elsewhere. */
  public static List<Var> needed(Term argument) {
    List<Var> needed = new ArrayList<>();
    if (argument instanceof Comprehension.OfSet set) {
      for (Expr expr : set.body().exprs()) {
        needed.addAll(Vars.outer(expr).values());
      }
      needed.removeIf(v -> v.equals(set.element()));
    }
    return needed;
  }
}
