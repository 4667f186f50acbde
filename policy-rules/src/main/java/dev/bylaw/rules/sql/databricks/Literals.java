package dev.bylaw.rules.sql.databricks;

/** The values that names and texts stand for. */
final class Literals {
  private Literals() {}

  /** Without back-ticks or double quotes, in the case in which it was written. */
  static String name(String text) {
    boolean quoted = text.length() > 1 && (text.startsWith("`") || text.startsWith("\""));
    String quote = text.substring(0, Math.min(1, text.length()));
    return quoted ? text.substring(1, text.length() - 1).replace(quote + quote, quote) : text;
  }

  /** Adds the value of one literal. */
  static void append(String text, StringBuilder out) {
    if (Character.toLowerCase(text.charAt(0)) == 'r') {
      out.append(text, 2, text.length() - 1);
      return;
    }
    char quote = text.charAt(0);
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c == quote) {
        i++; // a doubled quote stands for one
      } else if (c == '\\') {
        i = escape(text, i, out);
        continue;
      }
      out.append(c);
    }
  }

  /** Returns the index of the escape's last character. */
  private static int escape(String text, int at, StringBuilder out) {
    char c = text.charAt(at + 1);
    if (c == 'u' && at + 6 < text.length()) {
      int point = hex(text, at + 2);
      if (point >= 0) {
        out.append((char) point);
        return at + 5;
      }
    }
    switch (c) {
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case 'r' -> out.append('\r');
      case 'b' -> out.append('\b');
      case '0' -> out.append('\0');
      case '%', '_' -> out.append('\\').append(c);
      default -> out.append(c);
    }
    return at + 1;
  }

  private static int hex(String text, int from) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}
