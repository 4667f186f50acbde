package dev.bylaw.rego.builtin.std.graphql;

/** Ends the check of a schema. */
final class SchemaProblem extends Exception {
  private static final long serialVersionUID = 1L;

  SchemaProblem(Position position, String message) {
    super("input:%s: %s".formatted(place(position), message), null, false, false);
  }

  private static String place(Position position) {
    return position.equals(Position.NONE) ? "-1:-1" : position.line() + ":" + position.column();
  }
}
