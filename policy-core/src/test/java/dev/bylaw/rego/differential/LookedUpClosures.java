package dev.bylaw.rego.differential;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.compiler.Terms;
import java.util.List;

/** Comprehensions by which something is looked up, {@code xs[[1 | v]]}. */
final class LookedUpClosures {
  private LookedUpClosures() {}

  /** The module with each of them in a variable that is set before its expression. */
  static String kept(String text) {
    return KeptTerms.kept(text, LookedUpClosures::find);
  }

  private static void find(Expr expr, List<KeptTerms.Place> places) {
    if (expr instanceof Expr.TermExpr e) {
      Terms.visit(
          e.term(),
          t -> {
            if (t instanceof Ref r) {
              r.path().forEach(step -> closures(step, expr, places));
            }
            return !(t instanceof Comprehension);
          });
    }
  }

  private static void closures(Term step, Expr expr, List<KeptTerms.Place> places) {
    Terms.visit(
        step,
        t -> {
          if (t instanceof Comprehension) {
            places.add(new KeptTerms.Place(expr.span(), t.span()));
          }
          return t instanceof ArrayTerm || t instanceof SetTerm || t instanceof ObjectTerm;
        });
  }
}
