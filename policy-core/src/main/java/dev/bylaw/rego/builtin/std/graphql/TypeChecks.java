package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Types of a schema. */
final class TypeChecks {
  private static final Set<String> NO_ENUM_VALUES = Set.of("true", "false", "null");

  private final Document document;
  private final Map<String, Definition> types;
  private final DirectiveChecks directives;
  private final InterfaceChecks interfaces;

  TypeChecks(Document document, Map<String, Definition> types, DirectiveChecks directives) {
    this.document = document;
    this.types = types;
    this.directives = directives;
    this.interfaces = new InterfaceChecks(document, types);
  }

  private SchemaProblem problem(RegoValue node, String message) {
    return new SchemaProblem(document.position(node), message);
  }

  void check(Definition type) throws SchemaProblem {
    String location =
        type.kind() == TypeKind.INPUT_OBJECT ? "INPUT_FIELD_DEFINITION" : "FIELD_DEFINITION";
    for (RegoObject field : type.fields()) {
      checkField(field, location);
    }
    for (RegoObject value : type.values()) {
      directives.checkUses(Nodes.nodes(value, "Directives"), "ENUM_VALUE", "");
    }
    checkMembers(type);
    interfaces.check(type);
    checkKind(type);
    checkOnce(type, type.fields(), "Field %s.%s can only be defined once.");
    checkOnce(type, type.values(), "Enum value %s.%s can only be defined once.");
    checkMembersOnce(type);
    if (!Prelude.has(type.name())) {
      directives.checkName(type.node(), type.name());
    }
    directives.checkUses(type.directives(), type.kind().name(), "");
  }

  private void checkField(RegoObject field, String location) throws SchemaProblem {
    directives.checkName(field, Nodes.name(field));
    directives.checkType(Types.of(field));
    directives.checkArguments(Nodes.nodes(field, "Arguments"), "");
    directives.checkUses(Nodes.nodes(field, "Directives"), location, "");
  }

  private void checkMembers(Definition union) throws SchemaProblem {
    for (String member : union.memberNames()) {
      Definition type = types.get(member);
      if (type == null) {
        throw problem(union.node(), "Undefined type \"%s\".".formatted(member));
      } else if (type.kind() != TypeKind.OBJECT) {
        throw problem(union.node(), "UNION type \"%s\" must be OBJECT.".formatted(member));
      }
    }
  }

  private void checkMembersOnce(Definition union) throws SchemaProblem {
    Set<String> seen = new HashSet<>();
    for (RegoString member : union.members()) {
      if (!seen.add(member.value())) {
        throw problem(
            member,
            "Union type %s can only include type %s once.".formatted(union.name(), member.value()));
      }
    }
  }

  private void checkOnce(Definition type, List<RegoObject> nodes, String message)
      throws SchemaProblem {
    Set<String> seen = new HashSet<>();
    for (RegoObject node : nodes) {
      if (!seen.add(Nodes.name(node))) {
        throw problem(node, message.formatted(type.name(), Nodes.name(node)));
      }
    }
  }

  private void checkKind(Definition type) throws SchemaProblem {
    switch (type.kind()) {
      case OBJECT, INTERFACE -> checkOutputs(type);
      case INPUT_OBJECT -> checkInputs(type);
      case ENUM -> checkValues(type);
      default -> {}
    }
  }

  private void checkOutputs(Definition type) throws SchemaProblem {
    checkNotEmpty(type, type.fields(), "fields");
    for (RegoObject field : type.fields()) {
      if (!directives.checkType(Types.of(field)).kind().isOutput()) {
        throw problem(
            field,
            "%s %s: field must be one of SCALAR, OBJECT, INTERFACE, UNION, ENUM."
                .formatted(type.kind(), type.name()));
      }
    }
  }

  private void checkInputs(Definition type) throws SchemaProblem {
    checkNotEmpty(type, type.fields(), "input fields");
    for (RegoObject field : type.fields()) {
      TypeKind kind = directives.checkType(Types.of(field)).kind();
      if (!kind.isInput()) {
        throw problem(
            field,
            "%s %s: field must be one of SCALAR, ENUM, INPUT_OBJECT."
                .formatted(kind, Nodes.name(field)));
      }
    }
  }

  private void checkValues(Definition type) throws SchemaProblem {
    checkNotEmpty(type, type.values(), "unique enum values");
    for (RegoObject value : type.values()) {
      if (NO_ENUM_VALUES.contains(Nodes.name(value))) {
        throw problem(
            type.node(), "ENUM %s: non-enum value %s.".formatted(type.name(), Nodes.name(value)));
      }
    }
  }

  private void checkNotEmpty(Definition type, List<RegoObject> nodes, String what)
      throws SchemaProblem {
    if (nodes.isEmpty()) {
      throw problem(
          type.node(),
          "%s %s: must define one or more %s.".formatted(type.kind(), type.name(), what));
    }
  }
}
