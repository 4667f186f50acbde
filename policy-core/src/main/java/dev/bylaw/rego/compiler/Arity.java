package dev.bylaw.rego.compiler;

/** Counts the parameters of a signature text. */
final class Arity {
  private Arity() {}

  static int of(String signature) {
    int depth = 0;
    int count = 0;
    boolean any = false;
    for (int i = 1; i < signature.length(); i++) {
      char c = signature.charAt(i);
      if (c == '(' || c == '[' || c == '{' || c == '<') {
        depth++;
      } else if (c == ')' && depth == 0) {
        break;
      } else if (c == ')' || c == ']' || c == '}' || c == '>') {
        depth--;
      } else if (c == ',' && depth == 0) {
        count++;
      } else if (c != ' ') {
        any = true;
      }
    }
    return any ? count + 1 : 0;
  }
}
