package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import java.util.Optional;

/** A directive in a query. */
record DirectiveUse(RegoObject node, Optional<RegoObject> definition, String location) {}
