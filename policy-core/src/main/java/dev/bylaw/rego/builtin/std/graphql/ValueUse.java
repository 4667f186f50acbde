package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import java.util.Optional;

/**
 * A value in a query.
 *
 * @param type that the place asks for, if known
 * @param definition of the type inside of all lists
 * @param hasDefault whether the place has a default
 */
record ValueUse(
    RegoObject node,
    Optional<RegoObject> type,
    Optional<Definition> definition,
    boolean hasDefault) {

  /** Whether an argument, a field of an input type or a variable has a default besides null. */
  static boolean hasDefault(RegoObject input) {
    return Nodes.node(input, "DefaultValue").filter(v -> Value.kind(v) != Value.NULL).isPresent();
  }
}
