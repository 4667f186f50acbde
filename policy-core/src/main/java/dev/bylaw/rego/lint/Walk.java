package dev.bylaw.rego.lint;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Node;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All nodes of a tree, each before its parts. */
final class Walk {
  private Walk() {}

  /** The nodes of one type, in the order of the text. */
  static <T extends Node> Stream<T> all(Node root, Class<T> type) {
    List<T> found = new ArrayList<>();
    collect(root, type, found);
    return found.stream();
  }

  private static <T extends Node> void collect(Node node, Class<T> type, List<T> found) {
    if (type.isInstance(node)) {
      found.add(type.cast(node));
    }
    children(node).forEach(child -> collect(child, type, found));
  }

  static List<Node> children(Node node) {
    Parts parts = new Parts();
    if (node instanceof Rule r) {
      parts.add(r.head()).add(r.body()).add(r.otherwise());
    } else if (node instanceof RuleHead h) {
      parts.add(h.reference()).addAll(h.args().orElse(List.of())).add(h.key()).add(h.value());
    } else if (node instanceof Body b) {
      parts.addAll(b.exprs());
    } else if (node instanceof With w) {
      parts.add(w.target()).add(w.value());
    } else if (node instanceof Expr e) {
      expr(e, parts);
      parts.addAll(e.with());
    } else {
      term(node, parts);
    }
    return parts.nodes;
  }

  private static void expr(Expr expr, Parts parts) {
    if (expr instanceof Expr.TermExpr e) {
      parts.add(e.term());
    } else if (expr instanceof Expr.SomeDeclaration e) {
      parts.addAll(e.variables());
    } else if (expr instanceof Expr.SomeIn e) {
      parts.add(e.key()).add(e.value()).add(e.collection());
    } else if (expr instanceof Expr.Every e) {
      parts.add(e.key()).add(e.value()).add(e.domain()).add(e.body());
    } else if (expr instanceof Expr.Not e) {
      parts.add(e.body());
    } else if (expr instanceof Expr.Logic e) {
      parts.add(e.left()).add(e.right());
    }
  }

  private static void term(Node term, Parts parts) {
    if (term instanceof Ref r) {
      parts.add(r.head()).addAll(r.path());
    } else if (term instanceof Call c) {
      parts.add(c.operator()).addAll(c.args());
    } else if (term instanceof ArrayTerm a) {
      parts.addAll(a.elements());
    } else if (term instanceof SetTerm s) {
      parts.addAll(s.elements());
    } else if (term instanceof TemplateString t) {
      parts.addAll(t.parts());
    } else if (term instanceof ObjectTerm o) {
      o.entries().forEach(e -> parts.add(e.key()).add(e.value()));
    } else if (term instanceof Comprehension.OfArray c) {
      parts.add(c.element()).add(c.body());
    } else if (term instanceof Comprehension.OfSet c) {
      parts.add(c.element()).add(c.body());
    } else if (term instanceof Comprehension.OfObject c) {
      parts.add(c.key()).add(c.value()).add(c.body());
    }
  }

  private static final class Parts {
    private final List<Node> nodes = new ArrayList<>();

    Parts add(Node node) {
      nodes.add(node);
      return this;
    }

    Parts add(Optional<? extends Node> node) {
      node.ifPresent(nodes::add);
      return this;
    }

    Parts addAll(List<? extends Node> more) {
      nodes.addAll(more);
      return this;
    }
  }
}
