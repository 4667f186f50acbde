package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.builtin.std.graphql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Splits a text into tokens. What is no token is one of kind {@link Kind#INVALID}. */
final class Lexer {
  private static final Map<Character, Kind> PUNCTUATION =
      Map.ofEntries(
          Map.entry('!', Kind.BANG),
          Map.entry('$', Kind.DOLLAR),
          Map.entry('&', Kind.AMPERSAND),
          Map.entry('(', Kind.PAREN_LEFT),
          Map.entry(')', Kind.PAREN_RIGHT),
          Map.entry(':', Kind.COLON),
          Map.entry('=', Kind.EQUALS),
          Map.entry('@', Kind.AT),
          Map.entry('[', Kind.BRACKET_LEFT),
          Map.entry(']', Kind.BRACKET_RIGHT),
          Map.entry('{', Kind.BRACE_LEFT),
          Map.entry('}', Kind.BRACE_RIGHT),
          Map.entry('|', Kind.PIPE));
  private static final String IGNORED = " \t,\uFEFF";
  private static final String QUOTES = "\"\"\"";
  private static final Map<Character, Character> ESCAPES =
      Map.of('"', '"', '/', '/', '\\', '\\', 'b', '\b', 'f', '\f', 'n', '\n', 'r', '\r', 't', '\t');

  private final String text;
  private int at;
  private int line = 1;
  private int lineStart;
  private List<String> comments = new ArrayList<>();

  Lexer(String text) {
    this.text = text;
  }

  Token next() {
    comments = new ArrayList<>();
    skipIgnored();
    if (at >= text.length()) {
      return token(Kind.END, "", at);
    }
    char c = text.charAt(at);
    int start = at;
    Kind punctuation = PUNCTUATION.get(c);
    if (punctuation != null) {
      at++;
      return token(punctuation, "", start);
    } else if (text.startsWith("...", at)) {
      at += 3;
      return token(Kind.SPREAD, "", start);
    } else if (isNameStart(c)) {
      return name();
    } else if (c == '-' || isDigit(c)) {
      return number();
    } else if (text.startsWith(QUOTES, at)) {
      return blockString();
    }
    return c == '"' ? string() : token(Kind.INVALID, "", at);
  }

  private Token token(Kind kind, String value, int start) {
    int column = 1 + text.codePointCount(lineStart, Math.max(lineStart, start));
    return new Token(kind, value, new Position(line, column), List.copyOf(comments));
  }

  private void skipIgnored() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        lineBreak();
      } else if (c == '#') {
        int start = at;
        while (at < text.length() && "\r\n".indexOf(text.charAt(at)) < 0) {
          at++;
        }
        comments.add(text.substring(start, at));
      } else if (IGNORED.indexOf(c) >= 0) {
        at++;
      } else {
        return;
      }
    }
  }

  private void lineBreak() {
    lineStart = at + 1; // after a carriage return also if a line feed follows, as in OPA
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line++;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private Token name() {
    int start = at;
    while (isNameStart(peek()) || isDigit(peek())) {
      at++;
    }
    return token(Kind.NAME, text.substring(start, at), start);
  }

  private Token number() {
    int start = at;
    boolean fraction = false;
    at += peek() == '-' ? 1 : 0;
    if (peek() == '0') {
      at++;
      if (isDigit(peek())) {
        return token(Kind.INVALID, "", at);
      }
    } else if (!digits()) {
      return token(Kind.INVALID, "", at);
    }
    if (peek() == '.') {
      fraction = true;
      at++;
      if (!digits()) {
        return token(Kind.INVALID, "", at);
      }
    }
    if (peek() == 'e' || peek() == 'E') {
      fraction = true;
      at++;
      at += peek() == '-' || peek() == '+' ? 1 : 0;
      if (!digits()) {
        return token(Kind.INVALID, "", at);
      }
    }
    return token(fraction ? Kind.FLOAT : Kind.INT, text.substring(start, at), start);
  }

  private boolean digits() {
    int start = at;
    while (isDigit(peek())) {
      at++;
    }
    return at > start;
  }

  /** Its position is that of what it says. */
  private Token string() {
    int start = ++at;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c < ' ' && c != '\t') {
        return token(Kind.INVALID, "", at);
      }
      at++;
      if (c != '\\') {
        value.append(c);
      } else if (!escape(value)) {
        return token(Kind.INVALID, "", at);
      }
    }
    if (at >= text.length()) {
      return token(Kind.INVALID, "", at);
    }
    at++;
    return token(Kind.STRING, value.toString(), start);
  }

  private boolean escape(StringBuilder value) {
    Character plain = ESCAPES.get(peek());
    if (plain != null) {
      value.append(plain.charValue());
      at++;
      return true;
    }
    if (peek() != 'u' || at + 5 > text.length()) {
      return false;
    }
    int code = 0;
    for (char c : text.substring(at + 1, at + 5).toCharArray()) {
      int digit = Character.digit(c, 16);
      if (digit < 0) {
        return false;
      }
      code = code * 16 + digit;
    }
    at += 5;
    value.append(Character.isSurrogate((char) code) ? '\uFFFD' : (char) code);
    return true;
  }

  /** Its position is that of the first line of what it says. */
  private Token blockString() {
    at += QUOTES.length();
    Token begin = token(Kind.BLOCK_STRING, "", at);
    StringBuilder raw = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith(QUOTES, at)) {
        at += QUOTES.length();
        return new Token(
            begin.kind(), BlockText.of(raw.toString()), begin.position(), begin.comments());
      } else if (text.startsWith("\\" + QUOTES, at)) {
        raw.append(QUOTES);
        at += 4;
      } else if (c == '\n' || c == '\r') {
        raw.append('\n');
        lineBreak();
      } else if (c < ' ' && c != '\t') {
        break;
      } else {
        raw.append(c);
        at++;
      }
    }
    return token(Kind.INVALID, "", at);
  }
}
