package dev.bylaw.rules.sql.python;

/**
 * A word, number, sign, text or line end of Python.
 *
 * @param text of a word or sign; of a text literal what is written between its quotes
 * @param start offset of the first unit, of a literal that of its prefix
 * @param end offset behind the last unit
 * @param prefix of a text literal, lower case
 * @param from offset of a text literal's first unit within its quotes
 * @param to offset of its closing quote
 */
record Token(Kind kind, String text, int start, int end, String prefix, int from, int to) {
  enum Kind {
    WORD,
    SIGN,
    TEXT,
    LINE_END,
    END
  }

  static Token plain(Kind kind, String source, int start, int end) {
    return new Token(kind, source.substring(start, end), start, end, "", end, end);
  }

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(sign);
  }

  boolean isFormatted() {
    return prefix.indexOf('f') >= 0;
  }

  boolean isRaw() {
    return prefix.indexOf('r') >= 0;
  }
}
