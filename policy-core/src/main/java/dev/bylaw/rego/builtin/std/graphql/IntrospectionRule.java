package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Queries of the schema do not go from lists to lists without end. */
final class IntrospectionRule {
  private static final int MOST = 3;
  private static final Set<String> ROOTS = Set.of("__schema", "__type");
  private static final Set<String> LISTS =
      Set.of("fields", "interfaces", "possibleTypes", "inputFields");

  private IntrospectionRule() {}

  static void check(QueryContext context, FieldUse field) throws BuiltinException {
    if (ROOTS.contains(Nodes.name(field.node()))
        && tooDeep(context, field.node(), 0, new HashSet<>())) {
      context.report(field.node(), "Maximum introspection depth exceeded");
    }
  }

  private static boolean tooDeep(
      QueryContext context, RegoObject node, int lists, Set<String> within)
      throws BuiltinException {
    context.spend(1);
    for (RegoObject selection : Nodes.nodes(node, "SelectionSet")) {
      if (isTooDeep(context, selection, lists, within)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTooDeep(
      QueryContext context, RegoObject selection, int lists, Set<String> within)
      throws BuiltinException {
    String name = Nodes.name(selection);
    if (Selection.kind(selection) == Selection.FRAGMENT_SPREAD) {
      Optional<RegoObject> fragment = context.fragment(name);
      if (fragment.isEmpty() || !within.add(name)) {
        return false;
      }
      boolean deep = tooDeep(context, fragment.get(), lists, within);
      within.remove(name);
      return deep;
    }
    int inside = LISTS.contains(name) ? lists + 1 : lists;
    return inside >= MOST || tooDeep(context, selection, inside, within);
  }
}
