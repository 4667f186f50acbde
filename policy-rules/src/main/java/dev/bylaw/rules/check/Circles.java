package dev.bylaw.rules.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Circles in a directed graph: one for each strongly connected component (Tarjan, 1972), in linear
 * time, without recursion.
 */
final class Circles {
  private static final int UNSEEN = -1;

  private final List<List<Integer>> next;
  private final int[] order;
  private final int[] low;
  private final int[] component;
  private final int[] from;
  private int seen;
  private int components;
  private final Deque<Integer> open = new ArrayDeque<>();

  /**
   * @param next the nodes that each node leads to
   */
  Circles(List<List<Integer>> next) {
    this.next = next;
    this.order = new int[next.size()];
    this.low = new int[next.size()];
    this.component = new int[next.size()];
    Arrays.fill(order, UNSEEN);
    Arrays.fill(component, UNSEEN);
    this.from = new int[next.size()];
    Arrays.fill(from, UNSEEN);
  }

  /** Each circle as the nodes along it, from the lowest one. */
  List<List<Integer>> find() {
    for (int node = 0; node < next.size(); node++) {
      if (order[node] == UNSEEN) {
        visit(node);
      }
    }
    boolean[] told = new boolean[components];
    List<List<Integer>> circles = new ArrayList<>();
    for (int node = 0; node < next.size(); node++) {
      if (!told[component[node]]) {
        told[component[node]] = true;
        List<Integer> circle = circle(node);
        if (!circle.isEmpty()) {
          circles.add(circle);
        }
      }
    }
    return circles;
  }

  private void visit(int start) {
    Deque<int[]> path = new ArrayDeque<>();
    enter(start, path);
    while (!path.isEmpty()) {
      int[] at = path.element();
      int node = at[0];
      if (at[1] < next.get(node).size()) {
        int to = next.get(node).get(at[1]++);
        if (order[to] == UNSEEN) {
          enter(to, path);
        } else if (component[to] == UNSEEN) {
          low[node] = Math.min(low[node], order[to]);
        }
      } else {
        path.remove();
        leave(node);
        if (!path.isEmpty()) {
          int above = path.element()[0];
          low[above] = Math.min(low[above], low[node]);
        }
      }
    }
  }

  private void enter(int node, Deque<int[]> path) {
    order[node] = seen;
    low[node] = seen++;
    open.push(node);
    path.push(new int[] {node, 0});
  }

  private void leave(int node) {
    if (low[node] == order[node]) {
      int member = UNSEEN;
      while (member != node) {
        member = open.pop();
        component[member] = components;
      }
      components++;
    }
  }

  /** The shortest way from a node back to it, within its component; empty if there is none. */
  private List<Integer> circle(int start) {
    Deque<Integer> waiting = new ArrayDeque<>(List.of(start));
    while (!waiting.isEmpty()) {
      int node = waiting.remove();
      for (int to : next.get(node)) {
        if (to == start) {
          return way(start, node);
        } else if (component[to] == component[start] && from[to] == UNSEEN) {
          from[to] = node;
          waiting.add(to);
        }
      }
    }
    return List.of();
  }

  private List<Integer> way(int start, int end) {
    List<Integer> way = new ArrayList<>();
    for (int node = end; node != start; node = from[node]) {
      way.add(node);
    }
    way.add(start);
    Collections.reverse(way);
    return way;
  }
}
