package dev.bylaw.rego.differential;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts of a module or query with the expressions of one body in another order, which means the
 * same.
 */
final class NestedOrders {
  private NestedOrders() {}

  /** With each expression of a body that a line is a part of in front of the others. */
  static Stream<Program.Module> of(Program.Module module, int line) {
    List<Body> bodies = new ArrayList<>();
    Nodes.visit(
        Nodes.of(module.toString()),
        node -> {
          if (node instanceof Body b && b.span().line() <= line && b.span().endLine() >= line) {
            bodies.add(b);
          }
        });
    return bodies.stream()
        .flatMap(
            body ->
                IntStream.range(1, body.exprs().size())
                    .mapToObj(first -> reordered(module.toString(), body.exprs(), first)))
        .map(text -> new Program.Module(Piece.of(text), List.of()));
  }

  /** The same for a query. */
  static Stream<Piece> ofQuery(Piece query) {
    String head = "package q\n\nq if {\n";
    return of(new Program.Module(Piece.of(head + query + "\n}"), List.of()), 4)
        .map(Program.Module::toString)
        .map(text -> Piece.of(text.substring(head.length(), text.lastIndexOf("\n}"))));
  }

  private static String reordered(String text, List<Expr> exprs, int first) {
    List<Expr> order = new ArrayList<>(exprs);
    order.add(0, order.remove(first));
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int i = 0; i < exprs.size(); i++) {
      out.append(text, from, exprs.get(i).span().start()).append(order.get(i).span().text());
      from = exprs.get(i).span().end();
    }
    return out.append(text.substring(from).stripTrailing()).toString();
  }
}
