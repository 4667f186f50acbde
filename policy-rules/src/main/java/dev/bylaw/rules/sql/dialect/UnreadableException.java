package dev.bylaw.rules.sql.dialect;

/** The parser read something that has no place in the tree. */
final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableException(String found) {
    super("found " + found + ", which is not read", null, false, false);
  }
}
