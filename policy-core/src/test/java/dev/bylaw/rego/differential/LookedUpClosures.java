package dev.bylaw.rego.differential;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.compiler.Terms;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Comprehensions by which something is looked up, {@code xs[[1 | v]]}. */
final class LookedUpClosures {
  private static final int MOST = 40;

  private LookedUpClosures() {}

  /** The module with each of them in a variable that is set before its expression. */
  static String kept(String text) {
    String kept = text;
    for (int i = 0; i < MOST; i++) {
      List<Place> places = new ArrayList<>();
      Nodes.visit(
          Nodes.of(kept),
          node -> {
            if (node instanceof Body b) {
              b.exprs().forEach(e -> find(e, places));
            }
          });
      if (places.isEmpty()) {
        return kept;
      }
      kept = places.get(0).keptAs("kept" + i, kept);
    }
    return kept;
  }

  private record Place(Span expr, Span closure) {
    String keptAs(String name, String text) {
      return text.substring(0, expr.start())
          + name
          + " = "
          + closure.text()
          + "; "
          + text.substring(expr.start(), closure.start())
          + name
          + text.substring(closure.end());
    }
  }

  private static void find(Expr expr, List<Place> places) {
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

  private static void closures(Term step, Expr expr, List<Place> places) {
    Terms.visit(
        step,
        t -> {
          if (t instanceof Comprehension) {
            places.add(new Place(expr.span(), t.span()));
          }
          return t instanceof ArrayTerm || t instanceof SetTerm || t instanceof ObjectTerm;
        });
  }
}
