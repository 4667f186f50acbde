package dev.bylaw.rego.builtin.std;

/**
 * A value that is formatted as a text, though it has another type in Go.
 *
 * @param typeName as Go names it
 */
record GoText(String typeName, String text) {
  @Override
  public String toString() {
    return text;
  }
}
