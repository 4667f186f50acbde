package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Variables are defined, used, and of types that fit where they are used. */
final class VariableRules {
  private VariableRules() {}

  static void hasKnownType(QueryContext context, RegoObject variable) {
    String type = Types.name(Types.of(variable));
    if (context.schema().type(type).isEmpty()) {
      context.report(variable, "Unknown type \"%s\".".formatted(type));
    }
  }

  static void isDefined(QueryContext context, ValueUse value) {
    if (Value.kind(value.node()) != Value.VARIABLE || context.operation().isEmpty()) {
      return;
    }
    String name = Nodes.text(value.node(), "Raw");
    Optional<RegoObject> variable = context.variable(name);
    if (variable.isPresent()) {
      context.use(variable.get());
    } else {
      String operation = Nodes.name(context.operation().get());
      context.report(
          value.node(),
          "Variable \"$%s\" is not defined%s."
              .formatted(name, operation.isEmpty() ? "" : " by operation \"" + operation + "\""));
    }
  }

  static void isAllowed(QueryContext context, ValueUse value) {
    if (Value.kind(value.node()) != Value.VARIABLE || value.type().isEmpty()) {
      return;
    }
    RegoObject wanted = value.type().get();
    String name = Nodes.text(value.node(), "Raw");
    context
        .variable(name)
        .filter(v -> !isAllowed(v, wanted, value.hasDefault()))
        .ifPresent(
            v ->
                context.report(
                    value.node(),
                    "Variable \"$%s\" of type \"%s\" used in position expecting type \"%s\"."
                        .formatted(name, Types.shown(Types.of(v)), Types.shown(wanted))));
  }

  private static boolean isAllowed(RegoObject variable, RegoObject wanted, boolean hasDefault) {
    RegoObject type = Types.of(variable);
    boolean neverNull = hasDefault || ValueUse.hasDefault(variable);
    return Types.accepts(neverNull ? Types.nullable(wanted) : wanted, type);
  }

  static void areUsed(QueryContext context, RegoObject operation) {
    String name = Nodes.name(operation);
    for (RegoObject variable : Nodes.nodes(operation, "VariableDefinitions")) {
      if (!context.isUsed(variable)) {
        context.report(
            variable,
            "Variable \"$%s\" is never used%s."
                .formatted(
                    Nodes.text(variable, "Variable"),
                    name.isEmpty() ? "" : " in operation \"" + name + "\""));
      }
    }
  }

  static void areUnique(QueryContext context, RegoObject operation) {
    Set<String> seen = new HashSet<>();
    for (RegoObject variable : Nodes.nodes(operation, "VariableDefinitions")) {
      String name = Nodes.text(variable, "Variable");
      if (!seen.add(name)) {
        context.report(variable, "There can be only one variable named \"$%s\".".formatted(name));
      }
    }
  }

  static void areInputs(QueryContext context, RegoObject operation) {
    for (RegoObject variable : Nodes.nodes(operation, "VariableDefinitions")) {
      RegoObject type = Types.of(variable);
      if (context.schema().type(Types.name(type)).filter(t -> !t.kind().isInput()).isPresent()) {
        context.report(
            variable,
            "Variable \"$%s\" cannot be non-input type \"%s\"."
                .formatted(Nodes.text(variable, "Variable"), Types.shown(type)));
      }
    }
  }
}
