package dev.bylaw.rego.compiler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the strongly connected parts of a graph (Tarjan, "Depth-first search and linear graph
 * algorithms", 1972), without recursion: rules may form long chains.
 */
final class Cycles<V> {
  private final Map<V, Set<V>> edges;
  private final Map<V, Visit<V>> visits = new HashMap<>();
  private final Deque<Visit<V>> stack = new ArrayDeque<>();
  private final List<List<V>> parts = new ArrayList<>();

  Cycles(Map<V, Set<V>> edges) {
    this.edges = edges;
    for (V vertex : edges.keySet()) {
      if (!visits.containsKey(vertex)) {
        visit(vertex);
      }
    }
  }

  /** A vertex, its edges that were not followed yet, and the earliest open vertex in reach. */
  private static final class Visit<V> {
    private final V vertex;
    private final Iterator<V> rest;
    private final int index;
    private int low;
    private boolean done;

    private Visit(V vertex, Iterator<V> rest, int index) {
      this.vertex = vertex;
      this.rest = rest;
      this.index = index;
      this.low = index;
    }

    private void reach(int other) {
      low = Math.min(low, other);
    }
  }

  /** The parts with a way from every vertex back to itself. */
  List<List<V>> all() {
    List<List<V>> cycles = new ArrayList<>();
    for (List<V> part : parts) {
      V first = part.get(0);
      if (part.size() > 1 || edges.getOrDefault(first, Set.of()).contains(first)) {
        cycles.add(part);
      }
    }
    return cycles;
  }

  /** All parts, each behind those that it has edges to. */
  List<List<V>> order() {
    return parts;
  }

  private void visit(V start) {
    Deque<Visit<V>> open = new ArrayDeque<>();
    open.push(enter(start));
    while (!open.isEmpty()) {
      Visit<V> top = open.element();
      if (top.rest.hasNext()) {
        V next = top.rest.next();
        Visit<V> seen = visits.get(next);
        if (seen == null) {
          open.push(enter(next));
        } else if (!seen.done) {
          top.reach(seen.index);
        }
      } else {
        open.pop();
        leave(top);
        if (!open.isEmpty() && !top.done) {
          open.element().reach(top.low);
        }
      }
    }
  }

  private Visit<V> enter(V v) {
    Iterator<V> rest = edges.getOrDefault(v, Set.of()).iterator();
    Visit<V> visit = new Visit<>(v, rest, visits.size());
    visits.put(v, visit);
    stack.push(visit);
    return visit;
  }

  /** Closes the part that starts with a vertex, if one does. */
  private void leave(Visit<V> first) {
    if (first.low != first.index) {
      return;
    }
    List<V> part = new ArrayList<>();
    Visit<V> member;
    do {
      member = stack.pop();
      member.done = true;
      part.add(member.vertex);
    } while (member.index != first.index);
    Collections.reverse(part);
    parts.add(part);
  }
}
