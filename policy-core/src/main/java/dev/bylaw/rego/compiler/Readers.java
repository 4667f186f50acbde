package dev.bylaw.rego.compiler;

import dev.bylaw.rego.value.RegoString;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the rules that read a document, themselves or through others: the graph of rules in the
 * other direction, which is only made where something is replaced.
 */
final class Readers {
  /**
   * Of so many documents the answers are kept: mostly the same few are replaced again and again.
   */
  private static final int KEPT = 16;

  private final RuleTree tree;
  private final Map<RuleGraph.Vertex, Set<RuleGraph.Vertex>> edges;
  private final Map<RuleGraph.Vertex, Set<RuleGraph.Vertex>> back = new HashMap<>();
  private final Map<List<String>, Found> found = new HashMap<>();

  /**
   * What reads a document.
   *
   * @param document the rules at and below it
   * @param readers the rules that read these; among them are such of the document that read others
   *     of it
   * @param around everything that has readers at or below it
   */
  record Found(
      Set<RuleTree.Node> document, Set<RuleTree.Node> readers, Set<RuleTree.Node> around) {}

  /**
   * @param edges from what reads to what is read
   */
  Readers(RuleTree tree, Map<RuleGraph.Vertex, Set<RuleGraph.Vertex>> edges) {
    this.tree = tree;
    this.edges = edges;
  }

  /**
   * @param path from {@code data} on; OPA does not ask for {@code input} and built-ins
   */
  Found of(List<String> path) {
    Found known = found.get(path);
    if (known == null) {
      if (found.size() == KEPT) {
        found.clear();
      }
      known = find(document(path));
      found.put(path, known);
    }
    return known;
  }

  private Set<RuleTree.Node> document(List<String> path) {
    RuleTree.Node wanted = path.get(0).equals("data") ? tree.root() : null;
    for (String step : path.subList(1, path.size())) {
      wanted = wanted == null ? null : wanted.children().get(RegoString.of(step));
    }
    return wanted == null ? Set.of() : reached(Set.of(wanted), Readers::below);
  }

  private static void below(RuleTree.Node node, Consumer<RuleTree.Node> next) {
    node.children().values().forEach(next);
  }

  private Found find(Set<RuleTree.Node> document) {
    Set<RuleGraph.Vertex> start = new HashSet<>();
    for (RuleTree.Node node : document) {
      start.addAll(back(new RuleGraph.Vertex(node, false)));
      start.addAll(back(new RuleGraph.Vertex(node, true)));
    }
    Set<RuleTree.Node> readers = new HashSet<>();
    for (RuleGraph.Vertex v : reached(start, (vertex, next) -> back(vertex).forEach(next))) {
      if (!v.below() && !v.node().rules().isEmpty()) {
        readers.add(v.node());
      }
    }
    Set<RuleTree.Node> around = new HashSet<>();
    for (RuleTree.Node reader : readers) {
      RuleTree.Node node = reader;
      while (node != null && around.add(node)) {
        node = node.parent().orElse(null);
      }
    }
    return new Found(document, readers, around);
  }

  private Set<RuleGraph.Vertex> back(RuleGraph.Vertex vertex) {
    if (back.isEmpty()) {
      edges.forEach(
          (from, targets) ->
              targets.forEach(to -> back.computeIfAbsent(to, t -> new HashSet<>()).add(from)));
    }
    return back.getOrDefault(vertex, Set.of());
  }

  private interface Steps<T> {
    void from(T place, Consumer<T> next);
  }

  private static <T> Set<T> reached(Set<T> start, Steps<T> steps) {
    Set<T> seen = new HashSet<>(start);
    Deque<T> open = new ArrayDeque<>(start);
    while (!open.isEmpty()) {
      steps.from(
          open.remove(),
          next -> {
            if (seen.add(next)) {
              open.add(next);
            }
          });
    }
    return seen;
  }
}
