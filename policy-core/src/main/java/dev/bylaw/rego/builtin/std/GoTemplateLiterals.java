package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoString;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Constants of templates: numbers and quoted texts as Go writes them. */
final class GoTemplateLiterals {
  private static final Pattern INTEGER =
      Pattern.compile("[+-]?(0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]*|[1-9][0-9_]*)");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[+-]?(([0-9_]+\\.?[0-9_]*|\\.[0-9_]+)([eE][+-]?[0-9_]+)?"
              + "|0[xX][0-9a-fA-F_]*\\.?[0-9a-fA-F_]*[pP][+-]?[0-9_]+)");
  private static final Map<Character, Character> ESCAPES =
      Map.of(
          'a', '\u0007', 'b', '\b', 'f', '\f', 'n', '\n', 'r', '\r', 't', '\t', 'v', '\u000b', '\\',
          '\\');
  private static final Map<Character, Integer> HEX_ESCAPES = Map.of('x', 2, 'u', 4, 'U', 8);

  private GoTemplateLiterals() {}

  static RegoString text(String value) {
    return RegoString.of(value);
  }

  /** A {@link RegoBoolean}, a {@link Long} or a {@link Double}; nothing if it is none of these. */
  static Optional<Object> constant(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Optional.of(RegoBoolean.of(text.equals("true")));
    } else if (text.startsWith("'")) {
      return unquoted(text)
          .filter(s -> s.codePointCount(0, s.length()) == 1)
          .map(s -> (long) s.codePointAt(0));
    } else if (INTEGER.matcher(text).matches()) {
      return integer(text.replace("_", ""));
    } else if (FLOAT.matcher(text).matches()) {
      return Optional.of(Double.parseDouble(text.replace("_", "")));
    }
    return Optional.empty();
  }

  private static Optional<Object> integer(String text) {
    String sign = text.startsWith("-") ? "-" : "";
    String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    int radix =
        switch (digits.length() > 1 ? Character.toLowerCase(digits.charAt(1)) : ' ') {
          case 'x' -> 16;
          case 'b' -> 2;
          case 'o' -> 8;
          default -> digits.startsWith("0") && digits.length() > 1 ? -8 : 10;
        };
    String plain = radix == 10 ? digits : digits.substring(radix == -8 ? 1 : 2);
    try {
      return Optional.of(Long.parseLong(sign + plain, Math.abs(radix)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** What a text between quotes says; nothing if an escape is none of Go's. */
  static Optional<String> unquoted(String quoted) {
    String text = quoted.substring(1, quoted.length() - 1);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escape = at < text.length() ? text.charAt(at++) : ' ';
      int digits = HEX_ESCAPES.getOrDefault(escape, 0);
      Character plain = ESCAPES.get(escape);
      if (plain != null) {
        out.append(plain.charValue());
      } else if (escape == quoted.charAt(0)) {
        out.append(escape);
      } else if (escape >= '0' && escape <= '7') {
        digits = 3;
        at--;
      } else if (digits == 0) {
        return Optional.empty();
      }
      if (digits > 0) {
        int end = Math.min(at + digits, text.length());
        int code = code(text.substring(at, end), digits, digits == 3 ? 8 : 16);
        if (code < 0) {
          return Optional.empty();
        }
        out.appendCodePoint(code);
        at = end;
      }
    }
    return Optional.of(out.toString());
  }

  /** The code point that some digits stand for, or -1. */
  private static int code(String digits, int length, int radix) {
    int code = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), radix);
      if (digit < 0 || code > Character.MAX_CODE_POINT) {
        return -1;
      }
      code = code * radix + digit;
    }
    return digits.length() == length && Character.isValidCodePoint(code) ? code : -1;
  }
}
