package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import java.util.Optional;

/** What a node of a selection set is. */
enum Selection {
  FIELD,
  INLINE_FRAGMENT,
  FRAGMENT_SPREAD;

  static final String TYPENAME = "__typename";
  private static final RegoObject TYPENAME_FIELD =
      Nodes.named(Prelude.QUERY_FIELDS, "Fields", TYPENAME).orElseThrow();

  static Selection kind(RegoObject node) {
    if (node.get("Alias") != null) {
      return FIELD;
    }
    return node.get("TypeCondition") == null ? FRAGMENT_SPREAD : INLINE_FRAGMENT;
  }

  /** What the schema says about a field. */
  static Optional<RegoObject> definition(RegoObject field, Optional<Definition> parent) {
    String name = Nodes.name(field);
    return name.equals(TYPENAME) ? Optional.of(TYPENAME_FIELD) : parent.flatMap(p -> p.field(name));
  }

  /** What a field is called in the answer. */
  static String key(RegoObject field) {
    String alias = Nodes.text(field, "Alias");
    return alias.isEmpty() ? Nodes.name(field) : alias;
  }
}
