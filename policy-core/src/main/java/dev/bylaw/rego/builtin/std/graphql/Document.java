package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.util.IdentityHashMap;

/**
 * A tree in the form that OPA gives it, with the places of its nodes. A tree that did not come from
 * a text has none.
 */
final class Document {
  private final RegoObject tree;
  private final IdentityHashMap<RegoValue, Position> positions;

  Document(RegoObject tree, IdentityHashMap<RegoValue, Position> positions) {
    this.tree = tree;
    this.positions = positions;
  }

  static Document of(RegoObject tree) {
    return new Document(tree, new IdentityHashMap<>());
  }

  RegoObject tree() {
    return tree;
  }

  Position position(RegoValue node) {
    return positions.getOrDefault(node, Position.NONE);
  }
}
