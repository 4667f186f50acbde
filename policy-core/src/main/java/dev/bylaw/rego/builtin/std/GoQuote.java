package dev.bylaw.rego.builtin.std;

/** Quotes as Go's {@code strconv.Quote} does. */
final class GoQuote {
  private GoQuote() {}

  static String string(String text, boolean asciiOnly) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(out, c, '"', asciiOnly));
    return out.append('"').toString();
  }

  static String string(String text) {
    return string(text, false);
  }

  static String rune(int codePoint, boolean asciiOnly) {
    StringBuilder out = new StringBuilder("'");
    append(out, codePoint, '\'', asciiOnly);
    return out.append('\'').toString();
  }

  static boolean fitsBackquotes(String text) {
    return text.codePoints()
        .noneMatch(c -> c == '`' || c == 0x7F || c == 0xFEFF || (c < ' ' && c != '\t'));
  }

  private static void append(StringBuilder out, int c, char quote, boolean asciiOnly) {
    switch (c) {
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 11 -> out.append("\\v");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote) {
          out.append('\\').append(quote);
        } else if (c < ' ' || c == 0x7F) {
          out.append("\\x%02x".formatted(c));
        } else if (c < 0x7F || (!asciiOnly && isPrintable(c))) {
          out.appendCodePoint(c);
        } else {
          out.append((c < 0x10000 ? "\\u%04x" : "\\U%08x").formatted(c));
        }
      }
    }
  }

  static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
