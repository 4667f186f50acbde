package dev.bylaw.rego.differential;

import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.compiler.Terms;
import java.util.List;

/** What {@code with} puts in place for {@code some x in xs} by looking up, {@code r[v]}. */
final class ModifiedSome {
  private ModifiedSome() {}

  /** The module with each of them in a variable that is set before its expression. */
  static String kept(String text) {
    return KeptTerms.kept(text, ModifiedSome::find);
  }

  private static void find(Expr expr, List<KeptTerms.Place> places) {
    if (!(expr instanceof Expr.SomeIn)) {
      return;
    }
    for (With with : expr.with()) {
      boolean[] looksUp = new boolean[1];
      Terms.visit(
          with.value(),
          t -> {
            looksUp[0] |= t instanceof Ref r && r.path().stream().anyMatch(Var.class::isInstance);
            return true;
          });
      if (looksUp[0]) {
        places.add(new KeptTerms.Place(expr.span(), with.value().span()));
      }
    }
  }
}
