package dev.bylaw.rego.builtin.std.graphql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Fields exist, and have selections exactly if their types have fields. */
final class FieldRules {
  private FieldRules() {}

  static void isKnown(QueryContext context, FieldUse field) {
    if (field.definition().isPresent() || field.parent().isEmpty()) {
      return;
    }
    Definition parent = field.parent().get();
    String name = Nodes.name(field.node());
    String meant =
        Suggestions.of("to use an inline fragment on ", typesWith(context, parent, name));
    if (meant.isEmpty() && parent.kind().hasInterfaces()) {
      meant = Suggestions.among("", name, parent.fields().stream().map(Nodes::name).toList());
    }
    context.report(
        field.node(),
        "Cannot query field \"%s\" on type \"%s\".%s".formatted(name, parent.name(), meant));
  }

  /** Interfaces and types of values of an abstract type that have a field, best first. */
  private static List<String> typesWith(QueryContext context, Definition type, String field) {
    List<String> names = new ArrayList<>();
    Map<String, Integer> interfaces = new TreeMap<>();
    if (type.kind().isAbstract()) {
      for (String name : context.schema().possibleTypes(type.name())) {
        context
            .schema()
            .type(name)
            .filter(t -> t.field(field).isPresent())
            .ifPresent(
                t -> {
                  names.add(name);
                  t.interfaces().stream()
                      .filter(i -> has(context, i, field))
                      .forEach(i -> interfaces.merge(i, 1, Integer::sum));
                });
      }
    }
    Stream<String> best =
        interfaces.keySet().stream()
            .sorted(Comparator.comparingInt((String i) -> interfaces.get(i)).reversed());
    return Stream.concat(best, names.stream()).toList();
  }

  private static boolean has(QueryContext context, String type, String field) {
    return context.schema().type(type).flatMap(t -> t.field(field)).isPresent();
  }

  static void selectsLeaf(QueryContext context, FieldUse field) {
    var type = field.definition().map(Types::of);
    var definition = type.flatMap(t -> context.schema().type(Types.name(t)));
    if (type.isEmpty() || definition.isEmpty()) {
      return;
    }
    String name = Nodes.name(field.node());
    boolean selects = !Nodes.nodes(field.node(), "SelectionSet").isEmpty();
    if (selects && definition.get().kind().isLeaf()) {
      context.report(
          field.node(),
          "Field \"%s\" must not have a selection since type \"%s\" has no subfields."
              .formatted(name, definition.get().name()));
    } else if (!selects && !definition.get().kind().isLeaf()) {
      context.report(
          field.node(),
          "Field \"%s\" of type \"%s\" must have a selection of subfields. Did you mean \"%s { ... }\"?"
              .formatted(name, Types.shown(type.get()), name));
    }
  }
}
