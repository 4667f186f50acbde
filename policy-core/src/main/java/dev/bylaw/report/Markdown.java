package dev.bylaw.report;

/** Texts within Markdown (GitHub's dialect): nothing in them is markup. */
final class Markdown {
  private static final String MARKUP = "\\`*_{}[]()#+!|~";

  private Markdown() {}

  /** On one line, also within a table's cell. */
  static String text(String text) {
    StringBuilder out = new StringBuilder();
    String line = Words.line(Words.plain(text));
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        // a mention, an emoji and an address are no markup: a backslash does not stop them
        case '@' -> out.append("&#64;");
        case ':' -> out.append(line.startsWith(": ", i) ? ":" : "&#58;");
        default -> out.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return out.toString();
  }

  /** As code, on one line. */
  static String code(String text) {
    String line = Words.line(Words.plain(text)).replace("|", "\\|");
    String fence = line.contains("`") ? "``" : "`";
    return line.contains("``") ? text(text) : fence + pad(line) + fence;
  }

  private static String pad(String line) {
    return line.startsWith("`") || line.endsWith("`") || line.isEmpty() ? " " + line + " " : line;
  }

  /** As a block of code in a language. */
  static String block(String language, String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + language + "\n" + Words.plain(text).strip() + "\n" + fence + "\n";
  }

  /** A link where the text is an address that a browser opens, else the text. */
  static String link(String address) {
    boolean opens = address.startsWith("https://") || address.startsWith("http://");
    boolean safe = address.chars().noneMatch(c -> c <= ' ' || "<>()\"\\`".indexOf(c) >= 0);
    return opens && safe ? "<" + address + ">" : text(address);
  }
}
