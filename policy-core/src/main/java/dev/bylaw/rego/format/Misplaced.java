package dev.bylaw.rego.format;

/** A comment has no line of its own to end: what holds it is left as it was written. */
final class Misplaced extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Misplaced() {
    super("two comments want to end one line", null, false, false);
  }
}
