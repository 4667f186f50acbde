package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * The order in which types are checked, which is OPA's: each definition stands behind those that it
 * reads; these, and what nothing reads, are in the order of the text. A branch of {@code else} is a
 * definition of its own. Of a document only those parts have types that were checked before, so
 * what others see of it depends on this order.
 */
final class CheckOrder {
  /**
   * A definition, or one of its {@code else} branches.
   *
   * @param node that it is a rule of
   * @param branch from 1 on; 0 for what stands before them
   */
  record Part(RuleTree.Node node, CompiledRule rule, int branch) {}

  private final RuleGraph graph;
  private final List<Part> parts = new ArrayList<>();
  private final List<Rule> texts = new ArrayList<>();
  private final BitSet seen = new BitSet();
  private final Map<RuleGraph.Vertex, Places> places = new HashMap<>();

  private CheckOrder(RuleGraph graph) {
    this.graph = graph;
  }

  /**
   * @param written the definitions in the order of the text; none may need itself
   */
  static List<Part> of(List<CompiledRule> written, RuleTree tree, RuleGraph graph) {
    CheckOrder order = new CheckOrder(graph);
    IdentityHashMap<CompiledRule, RuleTree.Node> nodes = new IdentityHashMap<>();
    for (RuleTree.Node node : tree.written()) {
      for (CompiledRule rule : node.rules()) {
        nodes.put(rule, node);
      }
    }
    for (CompiledRule rule : written) {
      order.add(rule, Objects.requireNonNull(nodes.get(rule)));
    }
    return order.sorted();
  }

  private void add(CompiledRule rule, RuleTree.Node node) {
    int branch = 0;
    for (Rule r = rule.rule(); r != null; r = r.otherwise().orElse(null)) {
      add(new RuleGraph.Vertex(node, false));
      for (RuleTree.Node n = node; n != null; n = n.parent().orElse(null)) {
        add(new RuleGraph.Vertex(n, true));
      }
      parts.add(new Part(node, rule, branch++));
      texts.add(r);
    }
  }

  private void add(RuleGraph.Vertex vertex) {
    places.computeIfAbsent(vertex, v -> new Places()).sorted.add(parts.size());
  }

  private List<Part> sorted() {
    List<Part> sorted = new ArrayList<>();
    Deque<Visit> open = new ArrayDeque<>();
    for (int i = seen.nextClearBit(0); i < parts.size(); i = seen.nextClearBit(i)) {
      open.push(new Visit(i));
      while (!open.isEmpty()) {
        int next = open.element().next();
        if (next >= 0) {
          open.push(new Visit(next));
        } else {
          sorted.add(parts.get(open.pop().part));
        }
      }
    }
    return sorted;
  }

  /** The parts of some rules, by their numbers, of which the first ones were seen. */
  private final class Places {
    private final List<Integer> sorted = new ArrayList<>();
    private int next;

    /** The first that was not seen yet; -1 if all were. */
    private int first() {
      while (next < sorted.size() && seen.get(sorted.get(next))) {
        next++;
      }
      return next < sorted.size() ? sorted.get(next) : -1;
    }
  }

  /** Some places, and the part that was the first of them when they were looked at. */
  private record Candidate(int part, Places places) {}

  /** A part, and what it reads that was not seen yet. */
  private final class Visit {
    private final int part;
    private final PriorityQueue<Candidate> reads =
        new PriorityQueue<>(Comparator.comparingInt(Candidate::part));

    private Visit(int part) {
      this.part = part;
      seen.set(part);
      for (RuleGraph.Vertex v : graph.reads(texts.get(part))) {
        Places read = places.get(v);
        if (read != null) {
          add(read);
        }
      }
    }

    private void add(Places read) {
      int first = read.first();
      if (first >= 0) {
        reads.add(new Candidate(first, read));
      }
    }

    /** The next part to look at; -1 if none is left. */
    private int next() {
      for (Candidate c = reads.poll(); c != null; c = reads.poll()) {
        add(c.places());
        if (!seen.get(c.part())) {
          return c.part();
        }
      }
      return -1;
    }
  }
}
