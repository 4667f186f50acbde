package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values are of the types that their places ask for. */
final class ValueRules {
  /** What the values of a built-in type may look like, and what to say of others. */
  private record Scalar(Set<Value> kinds, String otherwise) {}

  private static final Map<String, Scalar> SCALARS =
      Map.of(
          "Int", new Scalar(EnumSet.of(Value.INT), "non-integer value"),
          "Float", new Scalar(EnumSet.of(Value.INT, Value.FLOAT), "non numeric value"),
          "String", new Scalar(EnumSet.of(Value.STRING, Value.BLOCK), "a non string value"),
          "Boolean", new Scalar(EnumSet.of(Value.BOOLEAN), "a non boolean value"),
          "ID",
              new Scalar(
                  EnumSet.of(Value.INT, Value.STRING, Value.BLOCK),
                  "a non-string and non-integer value"));

  private ValueRules() {}

  static void uniqueFields(QueryContext context, ValueUse value) {
    if (Value.kind(value.node()) != Value.OBJECT) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (RegoObject field : Value.children(value.node())) {
      if (!seen.add(Nodes.name(field))) {
        context.report(
            field, "There can be only one input field named \"%s\".".formatted(Nodes.name(field)));
      }
    }
  }

  static void isOfType(QueryContext context, ValueUse value) {
    if (value.type().isEmpty() || value.definition().isEmpty()) {
      return;
    }
    RegoObject type = value.type().get();
    Definition definition = value.definition().get();
    Value kind = Value.kind(value.node());
    if (kind == Value.NULL && Types.nonNull(type)) {
      expected(context, value, type);
    }
    boolean anything =
        definition.kind() == TypeKind.SCALAR && !SCALARS.containsKey(definition.name());
    boolean list = kind == Value.LIST && Types.element(type).isPresent();
    if (kind == Value.NULL || kind == Value.VARIABLE || anything || list) {
      return;
    } else if (kind == Value.OBJECT) {
      object(context, value.node(), definition);
    } else {
      leaf(context, value, type, definition);
    }
  }

  private static void expected(QueryContext context, ValueUse value, RegoObject type) {
    context.report(
        value.node(),
        "Expected value of type \"%s\", found %s."
            .formatted(Types.shown(type), Value.shown(value.node())));
  }

  private static void leaf(
      QueryContext context, ValueUse value, RegoObject type, Definition definition) {
    switch (definition.kind()) {
      case SCALAR -> scalar(context, value, type, definition.name());
      case ENUM -> enumValue(context, value.node(), type, definition);
      default -> expected(context, value, type);
    }
  }

  /** OPA says of "[String]", and of no other list, what it says of its elements. */
  private static void scalar(QueryContext context, ValueUse value, RegoObject type, String name) {
    Scalar scalar = SCALARS.get(name);
    if (scalar == null || scalar.kinds().contains(Value.kind(value.node()))) {
      return;
    }
    if (Types.element(type).isPresent() && !Types.shown(type).equals("[String]")) {
      expected(context, value, type);
    } else {
      context.report(
          value.node(),
          "%s cannot represent %s: %s"
              .formatted(name, scalar.otherwise(), Value.shown(value.node())));
    }
  }

  private static void enumValue(
      QueryContext context, RegoObject value, RegoObject type, Definition definition) {
    String raw = Nodes.text(value, "Raw");
    List<String> names = definition.values().stream().map(Nodes::name).toList();
    String meant = Suggestions.among("the enum value ", raw, names);
    switch (Value.kind(value)) {
      case ENUM -> {
        if (!names.contains(raw)) {
          context.report(
              value,
              "Value \"%s\" does not exist in \"%s\" enum.%s"
                  .formatted(raw, Types.shown(type), meant));
        }
      }
      case STRING, BLOCK ->
          context.report(
              value,
              "Enum \"%s\" cannot represent non-enum value: %s.%s"
                  .formatted(Types.shown(type), Value.shown(value), meant));
      default ->
          context.report(
              value,
              "Enum \"%s\" cannot represent non-enum value: %s."
                  .formatted(Types.shown(type), Value.shown(value)));
    }
  }

  private static void object(QueryContext context, RegoObject value, Definition definition) {
    List<RegoObject> given = Value.children(value);
    if (definition.directives().stream().anyMatch(d -> Nodes.name(d).equals("oneOf"))) {
      oneOf(context, value, given, definition);
    }
    for (RegoObject field : definition.fields()) {
      if (Types.nonNull(Types.of(field))
          && Nodes.node(field, "DefaultValue").isEmpty()
          && Nodes.child(given, Nodes.name(field)).isEmpty()) {
        context.report(
            value,
            "Field \"%s.%s\" of required type \"%s\" was not provided."
                .formatted(definition.name(), Nodes.name(field), Types.shown(Types.of(field))));
      }
    }
    List<String> names = definition.fields().stream().map(Nodes::name).toList();
    for (RegoObject field : given) {
      String name = Nodes.name(field);
      if (!names.contains(name)) {
        context.report(
            field,
            "Field \"%s\" is not defined by type \"%s\".%s"
                .formatted(name, definition.name(), Suggestions.among("", name, names)));
      }
    }
  }

  private static void oneOf(
      QueryContext context, RegoObject value, List<RegoObject> given, Definition definition) {
    if (given.size() != 1) {
      context.report(
          value,
          "OneOf Input Object \"%s\" must specify exactly one key.".formatted(definition.name()));
      return;
    }
    RegoObject only = Value.child(given.get(0));
    String name = Nodes.text(only, "Raw");
    switch (Value.kind(only)) {
      case NULL ->
          context.report(
              value,
              "Field \"%s.%s\" must be non-null."
                  .formatted(definition.name(), Nodes.name(given.get(0))));
      case VARIABLE ->
          context
              .variable(name)
              .filter(v -> !Types.nonNull(Types.of(v)))
              .ifPresent(
                  v ->
                      context.report(
                          v,
                          "Variable \"$%s\" is of type \"%s\" but must be non-nullable to be used for OneOf Input Object \"%s\"."
                              .formatted(name, Types.shown(Types.of(v)), definition.name())));
      default -> {}
    }
  }
}
