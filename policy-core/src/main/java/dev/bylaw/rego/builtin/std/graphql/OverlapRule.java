package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fields that are called the same in the answer say the same: they are one field with the same
 * arguments, or of types that cannot both apply.
 */
final class OverlapRule {
  /**
   * @param field the later one of the two
   */
  private record Conflict(String key, String reason, RegoObject field) {}

  private final QueryContext context;
  private final List<Conflict> conflicts = new ArrayList<>();

  private OverlapRule(QueryContext context) {
    this.context = context;
  }

  static void inField(QueryContext context, FieldUse field) throws BuiltinException {
    Optional<Definition> type =
        field.definition().flatMap(d -> context.schema().type(Types.name(Types.of(d))));
    if (context.operation().isPresent()) {
      check(context, field.node(), type, Set.of());
    }
  }

  static void inInline(QueryContext context, SpreadUse inline) throws BuiltinException {
    check(context, inline.node(), inline.type(), Set.of());
  }

  static void inOperation(QueryContext context, RegoObject operation, Optional<Definition> root)
      throws BuiltinException {
    check(context, operation, root, Set.of());
  }

  /**
   * @param self the name by which the fragment spreads itself; its fields are not compared to
   *     themselves
   */
  static void inFragment(
      QueryContext context, RegoObject fragment, Optional<Definition> type, Set<String> self)
      throws BuiltinException {
    check(context, fragment, type, self);
  }

  private static void check(
      QueryContext context, RegoObject node, Optional<Definition> type, Set<String> self)
      throws BuiltinException {
    OverlapRule rule = new OverlapRule(context);
    rule.within(SelectedFields.of(context, node, type), self);
    for (Conflict conflict : rule.conflicts) {
      context.report(
          conflict.field(),
          "Fields \"%s\" conflict because %s. Use different aliases on the fields to fetch both if this was intentional."
              .formatted(conflict.key(), conflict.reason()));
    }
  }

  private void within(SelectedFields fields, Set<String> self) throws BuiltinException {
    for (List<FieldUse> same : fields.byKey().values()) {
      for (int i = 0; i < same.size(); i++) {
        for (FieldUse later : same.subList(i + 1, same.size())) {
          compare(same.get(i), later, false);
        }
      }
    }
    List<String> fragments = List.copyOf(fields.fragments());
    for (int i = 0; i < fragments.size(); i++) {
      withFragment(fields, fragments.get(i), false, new HashSet<>(self));
      for (String later : fragments.subList(i + 1, fragments.size())) {
        fragments(fragments.get(i), later, false);
      }
    }
  }

  private void between(SelectedFields a, SelectedFields b, boolean exclusive)
      throws BuiltinException {
    for (Map.Entry<String, List<FieldUse>> entry : a.byKey().entrySet()) {
      for (FieldUse one : entry.getValue()) {
        for (FieldUse other : b.byKey().getOrDefault(entry.getKey(), List.of())) {
          compare(one, other, exclusive);
        }
      }
    }
  }

  private SelectedFields ofFragment(RegoObject fragment) throws BuiltinException {
    return SelectedFields.of(
        context, fragment, context.schema().type(Nodes.text(fragment, "TypeCondition")));
  }

  private void withFragment(
      SelectedFields fields, String name, boolean exclusive, Set<String> visited)
      throws BuiltinException {
    Optional<RegoObject> fragment = context.fragment(name);
    if (fragment.isEmpty() || !visited.add(name)) {
      return;
    }
    SelectedFields inside = ofFragment(fragment.get());
    between(fields, inside, exclusive);
    for (String inner : inside.fragments()) {
      withFragment(fields, inner, exclusive, visited);
    }
  }

  private void fragments(String a, String b, boolean exclusive) throws BuiltinException {
    Optional<RegoObject> one = context.fragment(a);
    Optional<RegoObject> other = context.fragment(b);
    if (a.equals(b) || one.isEmpty() || other.isEmpty() || !context.compare(a, b, exclusive)) {
      return;
    }
    SelectedFields ofOne = ofFragment(one.get());
    SelectedFields ofOther = ofFragment(other.get());
    between(ofOne, ofOther, exclusive);
    for (String inner : ofOther.fragments()) {
      fragments(a, inner, exclusive);
    }
    for (String inner : ofOne.fragments()) {
      fragments(inner, b, exclusive);
    }
  }

  private void compare(FieldUse a, FieldUse b, boolean exclusive) throws BuiltinException {
    context.spend(1);
    if (a.parent().isEmpty() || b.parent().isEmpty()) {
      return;
    }
    boolean apart = exclusive || areApart(a, b);
    String nameA = Nodes.name(a.node());
    String nameB = Nodes.name(b.node());
    if (!apart && !nameA.equals(nameB)) {
      add(b, "\"%s\" and \"%s\" are different fields".formatted(nameA, nameB));
    } else if (!apart && !sameArguments(a.node(), b.node())) {
      add(b, "they have differing arguments");
    } else if (a.definition().isPresent() && b.definition().isPresent()) {
      compareTypes(a, b, apart, Types.of(a.definition().get()), Types.of(b.definition().get()));
    }
  }

  private void compareTypes(
      FieldUse a, FieldUse b, boolean apart, RegoObject typeA, RegoObject typeB)
      throws BuiltinException {
    if (!sameShape(typeA, typeB)) {
      add(
          b,
          "they return conflicting types \"%s\" and \"%s\""
              .formatted(Types.shown(typeA), Types.shown(typeB)));
    } else {
      compareInside(a, b, apart);
    }
  }

  private void add(FieldUse later, String reason) {
    conflicts.add(new Conflict(Selection.key(later.node()), reason, later.node()));
  }

  private static boolean areApart(FieldUse a, FieldUse b) {
    return a.definition().isPresent()
        && b.definition().isPresent()
        && a.parent().filter(t -> t.kind() == TypeKind.OBJECT).isPresent()
        && b.parent().filter(t -> t.kind() == TypeKind.OBJECT).isPresent()
        && !a.parent().equals(b.parent());
  }

  private static boolean sameArguments(RegoObject a, RegoObject b) {
    List<RegoObject> arguments = Nodes.nodes(a, "Arguments");
    return arguments.size() == Nodes.nodes(b, "Arguments").size()
        && arguments.stream()
            .allMatch(
                argument ->
                    Nodes.named(b, "Arguments", Nodes.name(argument))
                        .map(o -> Value.shown(Value.child(o)))
                        .filter(Value.shown(Value.child(argument))::equals)
                        .isPresent());
  }

  private boolean sameShape(RegoObject a, RegoObject b) {
    Optional<RegoObject> elementA = Types.element(a);
    Optional<RegoObject> elementB = Types.element(b);
    if (Types.nonNull(a) != Types.nonNull(b) || elementA.isPresent() != elementB.isPresent()) {
      return false;
    }
    if (elementA.isPresent() && elementB.isPresent()) {
      return sameShape(elementA.get(), elementB.get());
    }
    return Types.name(a).equals(Types.name(b)) || !(isLeaf(a) || isLeaf(b));
  }

  private boolean isLeaf(RegoObject type) {
    return context.schema().type(Types.name(type)).filter(t -> t.kind().isLeaf()).isPresent();
  }

  private void compareInside(FieldUse a, FieldUse b, boolean apart) throws BuiltinException {
    SelectedFields fieldsA = inside(a);
    SelectedFields fieldsB = inside(b);
    OverlapRule deeper = new OverlapRule(context);
    deeper.between(fieldsA, fieldsB, apart);
    for (String fragment : fieldsB.fragments()) {
      deeper.withFragment(fieldsA, fragment, apart, new HashSet<>());
    }
    for (String fragment : fieldsA.fragments()) {
      deeper.withFragment(fieldsB, fragment, apart, new HashSet<>());
    }
    for (String ofA : fieldsA.fragments()) {
      for (String ofB : fieldsB.fragments()) {
        deeper.fragments(ofA, ofB, apart);
      }
    }
    if (!deeper.conflicts.isEmpty()) {
      add(
          b,
          deeper.conflicts.stream()
              .map(c -> "subfields \"%s\" conflict because %s".formatted(c.key(), c.reason()))
              .collect(Collectors.joining(" and ")));
    }
  }

  private SelectedFields inside(FieldUse field) throws BuiltinException {
    return SelectedFields.of(
        context,
        field.node(),
        field.definition().flatMap(d -> context.schema().type(Types.name(Types.of(d)))));
  }
}
