package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether types have what their interfaces ask for. */
final class InterfaceChecks {
  private final Document document;
  private final Map<String, Definition> types;

  InterfaceChecks(Document document, Map<String, Definition> types) {
    this.document = document;
    this.types = types;
  }

  private SchemaProblem problem(RegoObject node, String message) {
    return new SchemaProblem(document.position(node), message);
  }

  void check(Definition type) throws SchemaProblem {
    for (String name : type.interfaces()) {
      Definition of = types.get(name);
      if (of == null) {
        throw problem(type.node(), "Undefined type \"%s\".".formatted(name));
      } else if (of.kind() != TypeKind.INTERFACE) {
        throw problem(type.node(), "\"%s\" is a non interface type %s.".formatted(name, of.kind()));
      }
      for (RegoObject field : of.fields()) {
        checkField(type, of, field);
      }
      checkInherited(type, of);
    }
  }

  private void checkInherited(Definition type, Definition of) throws SchemaProblem {
    for (String inherited : of.interfaces()) {
      if (type.interfaces().contains(inherited)) {
        continue;
      }
      if (inherited.equals(type.name())) {
        throw problem(
            type.node(),
            "Type %s cannot implement %s because it would create a circular reference."
                .formatted(type.name(), of.name()));
      }
      throw problem(
          type.node(),
          "Type %s must implement %s because it is implemented by %s."
              .formatted(type.name(), inherited, of.name()));
    }
  }

  private void checkField(Definition type, Definition of, RegoObject wanted) throws SchemaProblem {
    String name = Nodes.name(wanted);
    Optional<RegoObject> field = type.field(name);
    if (field.isEmpty()) {
      throw problem(
          type.node(),
          "For %s to implement %s it must have a field called %s."
              .formatted(type.name(), of.name(), name));
    }
    if (!fits(Types.of(wanted), Types.of(field.get()))) {
      throw problem(
          field.get(),
          "For %s to implement %s the field %s must have type %s."
              .formatted(type.name(), of.name(), name, Types.shown(Types.of(wanted))));
    }
    checkArguments(type, of, wanted, field.get());
  }

  private void checkArguments(Definition type, Definition of, RegoObject wanted, RegoObject field)
      throws SchemaProblem {
    for (RegoObject argument : Nodes.nodes(wanted, "Arguments")) {
      String name = Nodes.name(argument);
      Optional<RegoObject> own = Nodes.named(field, "Arguments", name);
      if (own.isEmpty()) {
        throw problem(
            field,
            "For %s to implement %s the field %s must have the same arguments but it is missing %s."
                .formatted(type.name(), of.name(), Nodes.name(field), name));
      }
      if (!Types.accepts(Types.of(own.get()), Types.of(argument))) {
        throw problem(
            own.get(),
            "For %s to implement %s the field %s must have the same arguments but %s has the wrong type."
                .formatted(type.name(), of.name(), Nodes.name(field), name));
      }
    }
    for (RegoObject own : Nodes.nodes(field, "Arguments")) {
      String name = Nodes.name(own);
      if (Nodes.named(wanted, "Arguments", name).isEmpty()
          && Types.nonNull(Types.of(own))
          && Nodes.node(own, "DefaultValue").isEmpty()) {
        throw problem(
            own,
            "For %s to implement %s any additional arguments on %s must be optional or have a default value but %s is required."
                .formatted(type.name(), of.name(), Nodes.name(field), name));
      }
    }
  }

  /** Whether all values of one type are values of another. */
  private boolean fits(RegoObject wanted, RegoObject given) {
    if (Types.nonNull(wanted) && !Types.nonNull(given)) {
      return false;
    }
    Optional<RegoObject> wantedElement = Types.element(wanted);
    Optional<RegoObject> givenElement = Types.element(given);
    if (wantedElement.isPresent() && givenElement.isPresent()) {
      return fits(wantedElement.get(), givenElement.get());
    }
    return wantedElement.isEmpty()
        && givenElement.isEmpty()
        && fits(Types.name(wanted), Types.name(given));
  }

  private boolean fits(String wanted, String given) {
    if (wanted.equals(given)) {
      return true;
    }
    Definition of = types.get(wanted);
    Definition type = types.get(given);
    List<String> members = of == null ? List.of() : of.memberNames();
    List<String> interfaces = type == null ? List.of() : type.interfaces();
    return members.contains(given) || interfaces.contains(wanted);
  }
}
