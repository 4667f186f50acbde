package dev.bylaw.source;

/**
 * Writes a place with the line it stands in and carets below:
 *
 * <pre>
 *   3 | CREATE TABLE orders.gold.orders_gold (
 *     |                          ^^^^^^^^^^^
 * </pre>
 */
public final class DiagnosticRenderer {
  private static final int MAX_WIDTH = 160;

  private DiagnosticRenderer() {}

  /**
   * {@code file:line:column: severity: message [code]}, with the frame below where there is a
   * place.
   */
  public static String render(Diagnostic diagnostic) {
    String head =
        diagnostic.span().map(s -> s + ": ").orElse("")
            + diagnostic.severity().word()
            + ": "
            + diagnostic.message()
            + " ["
            + diagnostic.code()
            + "]\n";
    return head + diagnostic.span().map(DiagnosticRenderer::frame).orElse("");
  }

  /** The first line of a span with its number, and carets below the span; two lines, each ended. */
  public static String frame(Span span) {
    int line = span.line();
    String text = span.source().lineText(line);
    int from = Math.min(span.column() - 1, text.length());
    int to = span.endLine() == line ? Math.min(span.endColumn() - 1, text.length()) : text.length();
    int cut = 0;
    if (from > MAX_WIDTH / 2) {
      cut = from - MAX_WIDTH / 4;
      cut -= Character.isLowSurrogate(text.charAt(cut)) ? 1 : 0;
    }
    int end = Math.min(text.length(), cut + MAX_WIDTH);
    end -= end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
    String shown =
        (cut > 0 ? "…" : "") + text.substring(cut, end) + (end < text.length() ? "…" : "");
    int before = cut > 0 ? 1 : 0;
    return frame(line, shown, before + from - cut, before + Math.min(to, end) - cut);
  }

  /**
   * A line with its number, and carets below a part of it; two lines, each ended.
   *
   * @param number 1-based
   * @param from offset into the text, inclusive
   * @param to exclusive; one caret stands below an empty part
   */
  public static String frame(int number, String text, int from, int to) {
    StringBuilder carets = new StringBuilder();
    pad(text, 0, from, ' ', carets);
    int before = carets.length();
    pad(text, from, to, '^', carets);
    if (carets.length() == before) {
      carets.append('^');
    }
    String margin = " ".repeat(String.valueOf(number).length());
    return "  " + number + " | " + text + "\n  " + margin + " | " + carets + "\n";
  }

  /** As many signs as the text is wide; a tab stays a tab before the carets. */
  private static void pad(String text, int from, int to, char sign, StringBuilder out) {
    for (int i = from; i < to; ) {
      int c = text.codePointAt(i);
      if (c == '\t' && sign == ' ') {
        out.append('\t');
      } else {
        out.append(String.valueOf(sign).repeat(width(c)));
      }
      i += Character.charCount(c);
    }
  }

  /**
   * The columns that a terminal gives to a character: two for East Asian wide ones and pictures.
   */
  private static int width(int c) {
    if (Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.ENCLOSING_MARK
        || Character.getType(c) == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
