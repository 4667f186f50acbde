package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rules read which others, and whether some need themselves. Every node of the tree of rules
 * is two vertices of a graph: its rules, and all that is below it. So a reference is one edge or as
 * many as it has steps, and the search for cycles is linear in the source.
 */
final class RuleGraph {
  /** A cycle of more rules is told once, not from each of them. */
  private static final int LONG = 100;

  /** A variable step that leads to more nodes counts as a look at all that is below. */
  private static final int MANY = 1_000;

  /** A node's rules, or with {@code below} these and all rules below it. */
  record Vertex(RuleTree.Node node, boolean below) {
    /** Written out: what records link for it is the longest single step of a first compilation. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Vertex v && node == v.node && below == v.below;
    }

    @Override
    public int hashCode() {
      return node.hashCode() * 2 + (below ? 1 : 0);
    }
  }

  private final RuleTree tree;
  private final Map<Vertex, Set<Vertex>> edges = new LinkedHashMap<>();
  private final Cycles<Vertex> cycles;

  RuleGraph(RuleTree tree) {
    this.tree = tree;
    for (RuleTree.Node node : tree.written()) {
      edges(new Vertex(node, false));
    }
    List<RuleTree.Node> open = new ArrayList<>(List.of(tree.root()));
    while (!open.isEmpty()) {
      RuleTree.Node node = open.remove(open.size() - 1);
      Set<Vertex> below = edges(new Vertex(node, true));
      below.add(new Vertex(node, false));
      for (RuleTree.Node child : node.children().values()) {
        below.add(new Vertex(child, true));
        open.add(child);
      }
      Set<Vertex> reads = edges(new Vertex(node, false));
      for (CompiledRule rule : node.rules()) {
        read(rule, reads);
      }
    }
    this.cycles = new Cycles<>(edges);
  }

  private Set<Vertex> edges(Vertex v) {
    return edges.computeIfAbsent(v, k -> new LinkedHashSet<>());
  }

  /** Adds what a definition reads. */
  private void read(CompiledRule rule, Set<Vertex> reads) {
    Terms.visitWithTargets(rule.rule(), t -> term(t, reads));
  }

  private void read(Term term, Set<Vertex> reads) {
    Terms.visitWithTargets(term, t -> term(t, reads));
  }

  private boolean term(Term term, Set<Vertex> reads) {
    if (term instanceof Ref r && r.head() instanceof Var v && v.name().equals("data")) {
      reference(r, reads);
    } else if (term instanceof Var v && v.name().equals("data")) {
      reads.add(new Vertex(tree.root(), true));
    }
    // the head of a reference is not a reference of its own
    if (term instanceof Ref r) {
      for (Term step : r.path()) {
        if (!(step instanceof Scalar)) { // most are
          read(step, reads);
        }
      }
      if (!(r.head() instanceof Var)) {
        read(r.head(), reads);
      }
      return false;
    }
    return true;
  }

  /** All rules on the way of a reference, and those below its end. */
  private void reference(Ref r, Set<Vertex> reads) {
    List<Term> path = r.path();
    int constant = path.size(); // behind the last constant step everything is read
    while (constant > 0 && !(path.get(constant - 1) instanceof Scalar)) {
      constant--;
    }
    List<RuleTree.Node> nodes = List.of(tree.root());
    for (Term step : path.subList(0, constant)) {
      List<RuleTree.Node> next = new ArrayList<>();
      for (RuleTree.Node node : nodes) {
        next(node, step, next);
        if (next.size() > MANY) {
          below(nodes, reads);
          return;
        }
      }
      nodes = next;
      for (RuleTree.Node node : next) {
        if (!node.rules().isEmpty()) {
          reads.add(new Vertex(node, false));
        }
      }
    }
    below(nodes, reads);
  }

  private static void below(List<RuleTree.Node> nodes, Set<Vertex> reads) {
    for (RuleTree.Node node : nodes) {
      reads.add(new Vertex(node, true));
    }
  }

  private static void next(RuleTree.Node node, Term step, List<RuleTree.Node> out) {
    if (step instanceof Scalar s) {
      RuleTree.Node child = node.children().get(s.value());
      if (child != null) {
        out.add(child);
      }
    } else {
      out.addAll(node.children().values());
    }
  }

  /** What one part of a definition reads, its {@code else} branches aside. */
  Set<Vertex> reads(Rule part) {
    Set<Vertex> reads = new LinkedHashSet<>();
    Terms.visitPart(part, t -> term(t, reads));
    return reads;
  }

  /** What reads which documents; for one thread. */
  Readers readers() {
    return new Readers(tree, edges);
  }

  /** Reports each rule of a cycle, of a long one the first; tells whether there is one. */
  boolean run(Problems problems) {
    boolean found = false;
    for (List<Vertex> cycle : cycles.all()) {
      Set<Vertex> members = Set.copyOf(cycle);
      List<Vertex> recursive =
          cycle.stream().filter(v -> !v.below() && !v.node().rules().isEmpty()).toList();
      found |= !recursive.isEmpty();
      for (Vertex v : recursive.size() > LONG ? recursive.subList(0, 1) : recursive) {
        problems.add(
            "rego_recursion_error",
            v.node().rules().get(0).rule().span(),
            "rule " + v.node() + " is recursive: " + String.join(" -> ", trail(v, members)));
      }
    }
    return found;
  }

  /** The shortest way from a vertex to itself. */
  private List<String> trail(Vertex start, Set<Vertex> members) {
    Map<Vertex, Vertex> from = new LinkedHashMap<>();
    Deque<Vertex> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty() && !from.containsKey(start)) {
      Vertex v = open.remove();
      for (Vertex next : edges(v)) {
        if (members.contains(next) && from.putIfAbsent(next, v) == null) {
          open.add(next);
        }
      }
    }
    Deque<String> names = new ArrayDeque<>(List.of(start.node().toString()));
    for (Vertex v = from.get(start); v != null && !v.equals(start); v = from.get(v)) {
      if (!v.below()) {
        names.addFirst(v.node().toString());
      }
    }
    names.addFirst(start.node().toString());
    return List.copyOf(names);
  }
}
