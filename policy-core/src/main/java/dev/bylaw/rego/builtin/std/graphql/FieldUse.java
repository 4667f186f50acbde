package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import java.util.Optional;

/**
 * A field that a query selects.
 *
 * @param parent the type that it is selected from, if known
 * @param definition of the field, if known
 */
record FieldUse(RegoObject node, Optional<Definition> parent, Optional<RegoObject> definition) {}
