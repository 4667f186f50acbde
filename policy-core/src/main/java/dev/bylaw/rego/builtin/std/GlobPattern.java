package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Translates one glob into a regular expression. */
final class GlobPattern {
  private final String glob;
  private final String one; // any character but a delimiter
  private final StringBuilder out = new StringBuilder("(?s)");
  private int at;

  GlobPattern(String glob, String delimiters) {
    this.glob = glob;
    StringBuilder not = new StringBuilder();
    delimiters.codePoints().forEach(c -> not.append(literal(c)));
    this.one = not.length() == 0 ? "." : "[^" + not + "]";
  }

  private static String literal(int codePoint) {
    return "\\x{" + Integer.toHexString(codePoint) + "}";
  }

  String toRegex() throws BuiltinException {
    Deque<Boolean> alternatives = new ArrayDeque<>();
    while (at < glob.length()) {
      int c = next();
      switch (c) {
        case '*' -> star();
        case '?' -> out.append(one);
        case '[' -> set();
        case '{' -> {
          alternatives.push(true);
          out.append("(?:");
        }
        case '}' -> {
          out.append(alternatives.isEmpty() ? "\\}" : ")");
          alternatives.poll();
        }
        case ',' -> out.append(alternatives.isEmpty() ? "," : "|");
        case '\\' -> out.append(literal(next()));
        default -> out.append(literal(c));
      }
    }
    return alternatives.isEmpty() ? out.toString() : "[^\\x00-\\x{10FFFF}]";
  }

  private int next() throws BuiltinException {
    if (at >= glob.length()) {
      throw BuiltinException.of("unexpected end of input");
    }
    int c = glob.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  private boolean peek(char c) {
    return at < glob.length() && glob.charAt(at) == c;
  }

  private void star() {
    boolean deep = false;
    while (peek('*')) {
      at++;
      deep = true;
    }
    out.append(deep ? "." : one).append('*');
  }

  /** Either one range or a list of characters. */
  private void set() throws BuiltinException {
    out.append('[');
    if (peek('!')) {
      at++;
      out.append('^');
    }
    int first = next();
    if (peek('-')) {
      at++;
      int last = next();
      if (!peek(']')) {
        next();
        throw BuiltinException.of("expected close range character");
      }
      if (last < first) {
        throw BuiltinException.of(
            "hi character '%s' should be greater than lo '%s'"
                .formatted(Character.toString(last), Character.toString(first)));
      }
      at++;
      out.append(literal(first)).append('-').append(literal(last)).append(']');
      return;
    }
    for (int c = first; ; c = next()) {
      out.append(literal(c == '\\' ? next() : c));
      if (peek(']')) {
        at++;
        out.append(']');
        return;
      }
    }
  }
}
