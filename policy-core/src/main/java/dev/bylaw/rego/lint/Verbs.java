package dev.bylaw.rego.lint;

import java.util.Optional;

/** Counts what stands in texts: verbs of {@code sprintf}, parameters of signatures. */
final class Verbs {
  private Verbs() {}

  /** The values that a text asks for; empty where it chooses them by number. */
  static Optional<Integer> count(String text) {
    int count = 0;
    int verb = text.indexOf('%');
    while (verb >= 0) {
      int at = verb + 1;
      while (at < text.length() && "+-# 0123456789.".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '*')) {
        return Optional.empty();
      }
      if (at >= text.length() || text.charAt(at) != '%') {
        count++;
      }
      verb = text.indexOf('%', at + 1);
    }
    return Optional.of(count);
  }

  /** The parameters of {@code (a: string, b: object[string: any])}. */
  static int parameters(String text) {
    int depth = 0;
    int count = text.length() > 2 ? 1 : 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("([{<".indexOf(c) >= 0) {
        depth++;
      } else if (")]}>".indexOf(c) >= 0) {
        depth--;
      } else if (c == ',' && depth == 1) {
        count++;
      }
    }
    return count;
  }
}
