package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import java.util.Optional;

/**
 * A fragment inside of a selection set, inline or by its name.
 *
 * @param parent the type around it, if known
 * @param type of the fragment, if known
 */
record SpreadUse(RegoObject node, Optional<Definition> parent, Optional<Definition> type) {}
