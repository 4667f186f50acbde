package dev.bylaw.rego.builtin.std.graphql;

/** What is wrong with a document. The position is {@link Position#NONE} where it had no text. */
record Problem(String message, Position position) {}
