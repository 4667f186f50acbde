package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operations as a whole. */
final class OperationRules {
  private OperationRules() {}

  static void check(QueryContext context, RegoObject operation, Optional<Definition> root)
      throws BuiltinException {
    String kind = Nodes.text(operation, "Operation");
    if (root.isEmpty()) {
      context.report(operation, "Schema does not support operation type \"%s\"".formatted(kind));
    }
    List<RegoObject> operations = Nodes.nodes(context.query().tree(), "Operations");
    String name = Nodes.name(operation);
    if (name.isEmpty() && operations.size() > 1) {
      context.report(operation, "This anonymous operation must be the only defined operation.");
    }
    VariableRules.areUsed(context, operation);
    OverlapRule.inOperation(context, operation, root);
    if (kind.equals("subscription")) {
      hasOneField(context, operation);
    }
    if (!context.isNewOperation(name)) {
      context.report(operation, "There can be only one operation named \"%s\".".formatted(name));
    }
    VariableRules.areUnique(context, operation);
    VariableRules.areInputs(context, operation);
  }

  private static void hasOneField(QueryContext context, RegoObject operation)
      throws BuiltinException {
    String name = Nodes.name(operation);
    String shown = name.isEmpty() ? "Anonymous Subscription" : "Subscription \"" + name + "\"";
    List<RegoObject> fields = new ArrayList<>(SelectedFields.first(context, operation).values());
    if (fields.size() > 1) {
      context.report(fields.get(1), "%s must select only one top level field.".formatted(shown));
    }
    for (RegoObject field : fields) {
      if (Nodes.name(field).startsWith("__")) {
        context.report(
            field, "%s must not select an introspection top level field.".formatted(shown));
      }
    }
  }
}
