package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a selection set by what they are called in the answer, those of inline fragments
 * included.
 *
 * @param fragments names of the fragments spread there
 */
record SelectedFields(Map<String, List<FieldUse>> byKey, Set<String> fragments) {

  static SelectedFields of(QueryContext context, RegoObject node, Optional<Definition> parent)
      throws BuiltinException {
    SelectedFields fields = new SelectedFields(new LinkedHashMap<>(), new LinkedHashSet<>());
    fields.collect(context, node, parent);
    return fields;
  }

  private void collect(QueryContext context, RegoObject node, Optional<Definition> parent)
      throws BuiltinException {
    context.spend(1);
    for (RegoObject selection : Nodes.nodes(node, "SelectionSet")) {
      switch (Selection.kind(selection)) {
        case FIELD ->
            byKey
                .computeIfAbsent(Selection.key(selection), key -> new ArrayList<>())
                .add(new FieldUse(selection, parent, Selection.definition(selection, parent)));
        case FRAGMENT_SPREAD -> fragments.add(Nodes.name(selection));
        case INLINE_FRAGMENT -> {
          String condition = Nodes.text(selection, "TypeCondition");
          collect(
              context, selection, condition.isEmpty() ? parent : context.schema().type(condition));
        }
      }
    }
  }

  /** The first field of each name, those of fragments included. */
  static Map<String, RegoObject> first(QueryContext context, RegoObject node)
      throws BuiltinException {
    Map<String, RegoObject> first = new LinkedHashMap<>();
    first(context, node, first, new LinkedHashSet<>());
    return first;
  }

  private static void first(
      QueryContext context, RegoObject node, Map<String, RegoObject> first, Set<String> visited)
      throws BuiltinException {
    context.spend(1);
    for (RegoObject selection : Nodes.nodes(node, "SelectionSet")) {
      switch (Selection.kind(selection)) {
        case FIELD -> first.putIfAbsent(Nodes.name(selection), selection);
        case INLINE_FRAGMENT -> first(context, selection, first, visited);
        case FRAGMENT_SPREAD -> {
          Optional<RegoObject> fragment = context.fragment(Nodes.name(selection));
          if (fragment.isEmpty()) {
            return; // OPA looks no further
          }
          if (visited.add(Nodes.name(selection))) {
            first(context, fragment.get(), first, visited);
          }
        }
      }
    }
  }
}
