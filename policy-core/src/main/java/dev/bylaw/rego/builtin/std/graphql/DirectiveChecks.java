package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Directives of a schema: what defines them, and where the schema uses them. */
final class DirectiveChecks {
  /** Where a directive that is not repeatable must not be used twice. */
  private static final Set<String> ONCE =
      Set.of("FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE");

  private final Document document;
  private final Map<String, Definition> types;
  private final Map<String, RegoObject> directives;

  DirectiveChecks(
      Document document, Map<String, Definition> types, Map<String, RegoObject> directives) {
    this.document = document;
    this.types = types;
    this.directives = directives;
  }

  private SchemaProblem problem(RegoObject node, String message) {
    return new SchemaProblem(document.position(node), message);
  }

  void checkDefinition(RegoObject directive) throws SchemaProblem {
    checkName(directive, Nodes.name(directive));
    checkArguments(Nodes.nodes(directive, "Arguments"), Nodes.name(directive));
  }

  void checkName(RegoObject node, String name) throws SchemaProblem {
    if (name.startsWith("__")) {
      throw problem(
          node,
          "Name \"%s\" must not begin with \"__\", which is reserved by GraphQL introspection."
              .formatted(name));
    }
  }

  Definition checkType(RegoObject type) throws SchemaProblem {
    Definition definition = types.get(Types.name(type));
    if (definition == null) {
      RegoObject inner = type;
      for (Optional<RegoObject> e = Types.element(inner); e.isPresent(); ) {
        inner = e.get();
        e = Types.element(inner);
      }
      throw problem(inner, "Undefined type %s.".formatted(Types.name(type)));
    }
    return definition;
  }

  /**
   * Arguments of a field or a directive.
   *
   * @param directive that has them, or nothing
   */
  void checkArguments(List<RegoObject> arguments, String directive) throws SchemaProblem {
    for (RegoObject argument : arguments) {
      checkName(argument, Nodes.name(argument));
      RegoObject type = Types.of(argument);
      TypeKind kind = checkType(type).kind();
      if (!kind.isInput()) {
        throw problem(
            argument,
            "cannot use %s as argument %s because %s is not a valid input type"
                .formatted(Types.shown(type), Nodes.name(argument), kind));
      }
      checkUses(Nodes.nodes(argument, "Directives"), "ARGUMENT_DEFINITION", directive);
    }
  }

  /**
   * Directives at one place of a schema.
   *
   * @param within the directive that this place is part of, or nothing
   */
  void checkUses(List<RegoObject> uses, String location, String within) throws SchemaProblem {
    Set<String> seen = new HashSet<>();
    for (RegoObject use : uses) {
      String name = Nodes.name(use);
      checkName(use, name);
      if (!within.isEmpty() && name.equals(within)) {
        throw problem(use, "Directive %s cannot refer to itself.".formatted(name));
      }
      RegoObject definition = directives.get(name);
      if (definition == null) {
        throw problem(use, "Undefined directive %s.".formatted(name));
      }
      if (!seen.add(name) && ONCE.contains(location) && !Nodes.flag(definition, "IsRepeatable")) {
        throw problem(
            use, "The directive %s can only be used once at this location.".formatted(name));
      }
      checkUse(use, definition, location);
    }
  }

  private void checkUse(RegoObject use, RegoObject definition, String location)
      throws SchemaProblem {
    String name = Nodes.name(use);
    if (!Nodes.texts(definition, "Locations").contains(location)) {
      throw problem(use, "Directive %s is not applicable on %s.".formatted(name, location));
    }
    for (RegoObject argument : Nodes.nodes(use, "Arguments")) {
      if (Nodes.named(definition, "Arguments", Nodes.name(argument)).isEmpty()) {
        throw problem(
            argument,
            "Undefined argument %s for directive %s.".formatted(Nodes.name(argument), name));
      }
    }
    for (RegoObject argument : Nodes.nodes(definition, "Arguments")) {
      if (Types.nonNull(Types.of(argument))
          && Nodes.node(argument, "DefaultValue").isEmpty()
          && Nodes.named(use, "Arguments", Nodes.name(argument))
              .filter(a -> Value.kind(Value.child(a)) != Value.NULL)
              .isEmpty()) {
        throw problem(
            use,
            "Argument %s for directive %s cannot be null.".formatted(Nodes.name(argument), name));
      }
    }
  }
}
