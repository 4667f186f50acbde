package dev.bylaw.rego.builtin.std.regex;

/** A pattern has something that automata are not made for. */
final class UnknownSyntax extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownSyntax() {
    super("", null, false, false);
  }
}
