package dev.bylaw.rego.builtin.std.graphql;

/** A place in a document, 1-based. */
record Position(int line, int column) {
  static final Position NONE = new Position(0, 0);
}
