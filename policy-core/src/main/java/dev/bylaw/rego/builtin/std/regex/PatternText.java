package dev.bylaw.rego.builtin.std.regex;

import java.util.HexFormat;
import java.util.Optional;

/** A pattern that is being read. Not thread-safe. */
final class PatternText {
  private static final int MAX_HEX_DIGITS = 6;

  private final String pattern;
  private int at;

  PatternText(String pattern) {
    this.pattern = pattern;
  }

  boolean isAtEnd() {
    return at == pattern.length();
  }

  int position() {
    return at;
  }

  void back(int position) {
    at = position;
  }

  boolean is(char c) {
    return !isAtEnd() && pattern.charAt(at) == c;
  }

  /** Goes over a text if it stands here. */
  boolean take(String text) {
    boolean here = pattern.startsWith(text, at);
    at += here ? text.length() : 0;
    return here;
  }

  /** Whether a text stands here. */
  boolean sees(String text) {
    return pattern.startsWith(text, at);
  }

  int next() throws UnknownSyntax {
    if (isAtEnd()) {
      throw new UnknownSyntax();
    }
    int point = pattern.codePointAt(at);
    at += Character.charCount(point);
    return point;
  }

  /** Goes over {@code ?P<name>} or {@code ?<name>}. */
  boolean takeGroupName() {
    int end = pattern.indexOf('>', at);
    boolean here = end > 0 && (sees("?P<") || sees("?<"));
    at = here ? end + 1 : at;
    return here;
  }

  /** Goes over digits; empty where there is none, or more than so many. */
  Optional<Integer> takeNumber(int maxDigits) {
    int start = at;
    while (!isAtEnd() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9') {
      at++;
    }
    return at > start && at - start <= maxDigits
        ? Optional.of(Integer.parseInt(pattern.substring(start, at)))
        : Optional.empty();
  }

  /** Goes over two hexadecimal digits, or some in braces. */
  int takeHex() throws UnknownSyntax {
    boolean braces = take("{");
    int end = braces ? pattern.indexOf('}', at) : at + 2;
    if (end <= at || end > pattern.length() || end - at > MAX_HEX_DIGITS) {
      throw new UnknownSyntax();
    }
    int point = HexFormat.fromHexDigits(pattern, at, end);
    at = braces ? end + 1 : end;
    return point;
  }
}
