package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import java.util.Optional;

/** References to types: a name, a list of a type, either perhaps without null. */
final class Types {
  private Types() {}

  /** The type of a field, an argument or a variable. */
  static RegoObject of(RegoObject node) {
    return Nodes.node(node, "Type").orElse(RegoObject.EMPTY);
  }

  static Optional<RegoObject> element(RegoObject type) {
    return Nodes.node(type, "Elem");
  }

  static boolean nonNull(RegoObject type) {
    return Nodes.flag(type, "NonNull");
  }

  static RegoObject nullable(RegoObject type) {
    return type.with(RegoString.of("NonNull"), RegoBoolean.FALSE);
  }

  /** The name inside of all lists. */
  static String name(RegoObject type) {
    RegoObject inner = type;
    for (Optional<RegoObject> e = element(inner); e.isPresent(); e = element(inner)) {
      inner = e.get();
    }
    return Nodes.text(inner, "NamedType");
  }

  static String shown(RegoObject type) {
    String shown =
        element(type).map(e -> "[" + shown(e) + "]").orElseGet(() -> Nodes.text(type, "NamedType"));
    return nonNull(type) ? shown + "!" : shown;
  }

  /** Whether whatever fits one type fits another. */
  static boolean accepts(RegoObject wanted, RegoObject given) {
    if (nonNull(wanted) && !nonNull(given)) {
      return false;
    }
    Optional<RegoObject> wantedElement = element(wanted);
    Optional<RegoObject> givenElement = element(given);
    if (wantedElement.isPresent() && givenElement.isPresent()) {
      return accepts(wantedElement.get(), givenElement.get());
    }
    return wantedElement.isEmpty()
        && givenElement.isEmpty()
        && Nodes.text(wanted, "NamedType").equals(Nodes.text(given, "NamedType"));
  }
}
