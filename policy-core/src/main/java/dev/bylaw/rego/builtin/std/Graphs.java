package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks through documents and graphs. */
final class Graphs {
  private static final String NODES = "{array, set}";
  private static final int MAX_DEPTH = 2000;

  private Graphs() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
                "walk",
                "(x: any) => (result: array<array[any], any>)",
                "Gives each part of a document with its path.",
                (c, args) -> walk(c, args[0]))
            .with(Builtin.Trait.RELATION),
        Builtin.of(
            "graph.reachable",
            "(graph: object[any: any<array[any], set[any]>], initial: any<array[any], set[any]>) => (output: set[any])",
            "Gives the nodes of a graph that can be reached from some.",
            Graphs::reachable),
        Builtin.of(
            "graph.reachable_paths",
            "(graph: object[any: any<array[any], set[any]>], initial: any<array[any], set[any]>) => (output: set[array[any]])",
            "Gives the paths through a graph from some nodes.",
            Graphs::paths));
  }

  private static RegoValue walk(CallContext context, RegoValue root) throws BuiltinException {
    List<RegoValue> found = new ArrayList<>();
    walk(context, RegoArray.EMPTY, root, found);
    return RegoArray.of(found);
  }

  private static void walk(
      CallContext context, RegoArray path, RegoValue value, List<RegoValue> found)
      throws BuiltinException {
    context.spend(1);
    if (path.size() > MAX_DEPTH) {
      throw BuiltinException.of("document is nested too deeply");
    }
    found.add(RegoArray.adopt(new RegoValue[] {path, value}));
    if (value instanceof RegoArray array) {
      for (int i = 0; i < array.size(); i++) {
        walk(context, path.with(RegoNumber.of(i)), array.get(i), found);
      }
    } else if (value instanceof RegoObject object) {
      for (int i = 0; i < object.size(); i++) {
        walk(context, path.with(object.keyAt(i)), object.valueAt(i), found);
      }
    } else if (value instanceof RegoSet set) {
      for (RegoValue element : set) {
        walk(context, path.with(element), element, found);
      }
    }
  }

  private static List<RegoValue> edges(@Nullable RegoValue nodes) {
    if (nodes instanceof RegoArray array) {
      return array.toList();
    }
    return nodes instanceof RegoSet set ? set.toList() : List.of();
  }

  private static RegoValue reachable(CallContext context, RegoValue[] args)
      throws BuiltinException {
    RegoObject graph = Args.object(args, 0);
    Deque<RegoValue> open = new ArrayDeque<>(Args.elements(args, 1, NODES));
    RegoSet.Builder reached = RegoSet.builder();
    while (!open.isEmpty()) {
      context.spend(1);
      RegoValue node = open.remove();
      if (graph.containsKey(node) && reached.add(node)) {
        open.addAll(edges(graph.get(node)));
      }
    }
    return reached.build();
  }

  private static RegoValue paths(CallContext context, RegoValue[] args) throws BuiltinException {
    RegoObject graph = Args.object(args, 0);
    RegoSet.Builder paths = RegoSet.builder();
    for (RegoValue node : Args.elements(args, 1, NODES)) {
      if (graph.containsKey(node)) {
        List<RegoValue> edges = edges(graph.get(node));
        if (edges.isEmpty()) {
          paths.add(RegoArray.of(node));
        }
        for (RegoValue next : edges) { // a loop back to the start shows once, as in OPA
          follow(context, graph, next, new ArrayList<>(List.of(node)), paths);
        }
      }
    }
    return paths.build();
  }

  /** Ends a path where there is no edge, no node, or a node that was passed. */
  private static void follow(
      CallContext context,
      RegoObject graph,
      RegoValue node,
      List<RegoValue> path,
      RegoSet.Builder paths)
      throws BuiltinException {
    context.spend(1);
    if ((path.size() > 1 && path.contains(node)) || !graph.containsKey(node)) {
      paths.add(RegoArray.of(path));
      return;
    }
    if (path.size() > MAX_DEPTH) {
      throw BuiltinException.of("path is too long");
    }
    path.add(node);
    List<RegoValue> edges = edges(graph.get(node));
    if (edges.isEmpty()) {
      paths.add(RegoArray.of(path));
    }
    for (RegoValue next : edges) {
      follow(context, graph, next, path, paths);
    }
    path.remove(path.size() - 1);
  }
}
