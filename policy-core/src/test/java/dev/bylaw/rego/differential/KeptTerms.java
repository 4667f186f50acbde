package dev.bylaw.rego.differential;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Puts terms of a module in variables that are set before the expressions in which they stand. */
final class KeptTerms {
  private static final int MOST = 40;

  private KeptTerms() {}

  /** A term within an expression. */
  record Place(Span expr, Span term) {
    private String keptAs(String name, String text) {
      return text.substring(0, expr.start())
          + name
          + " = "
          + term.text()
          + "; "
          + text.substring(expr.start(), term.start())
          + name
          + text.substring(term.end());
    }
  }

  /**
   * The module with terms in variables.
   *
   * @param find adds the terms of an expression that are to be kept
   */
  static String kept(String text, BiConsumer<Expr, List<Place>> find) {
    String kept = text;
    for (int i = 0; i < MOST; i++) {
      List<Place> places = new ArrayList<>();
      Nodes.visit(
          Nodes.of(kept),
          node -> {
            if (node instanceof Body b) {
              b.exprs().forEach(e -> find.accept(e, places));
            }
          });
      if (places.isEmpty()) {
        return kept;
      }
      kept = places.get(0).keptAs("kept" + i, kept);
    }
    return kept;
  }
}
