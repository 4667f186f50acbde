package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Fragments do not contain themselves. Not thread-safe; remembers what it has looked at. */
final class FragmentCycles {
  private final QueryContext context;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> path = new LinkedHashSet<>();

  FragmentCycles(QueryContext context) {
    this.context = context;
  }

  void check(RegoObject fragment) throws BuiltinException {
    String name = Nodes.name(fragment);
    if (!seen.add(name)) {
      return;
    }
    path.add(name);
    for (RegoObject spread : spreads(fragment)) {
      String other = Nodes.name(spread);
      Optional<RegoObject> inner = context.fragment(other);
      if (path.contains(other)) {
        report(spread);
      } else if (inner.isPresent()) {
        check(inner.get());
      }
    }
    path.remove(name);
  }

  private void report(RegoObject spread) {
    String name = Nodes.name(spread);
    List<String> names = new ArrayList<>(path);
    String via =
        names.subList(names.indexOf(name) + 1, names.size()).stream()
            .map(n -> "\"" + n + "\"")
            .collect(Collectors.joining(", "));
    context.report(
        spread,
        "Cannot spread fragment \"%s\" within itself%s."
            .formatted(name, via.isEmpty() ? "" : " via " + via));
  }

  private List<RegoObject> spreads(RegoObject fragment) throws BuiltinException {
    List<RegoObject> spreads = new ArrayList<>();
    Deque<RegoObject> open = new ArrayDeque<>(List.of(fragment));
    while (!open.isEmpty()) {
      for (RegoObject selection : Nodes.nodes(open.pop(), "SelectionSet")) {
        context.spend(1);
        if (Selection.kind(selection) == Selection.FRAGMENT_SPREAD) {
          spreads.add(selection);
        } else {
          open.push(selection);
        }
      }
    }
    return spreads;
  }
}
