package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.std.GoTemplateToken.Kind;

/** Splits a template into text and the tokens of its actions. */
final class GoTemplateLexer {
  private static final String LEFT = "{{";
  private static final String RIGHT = "}}";
  private static final String TRIMMED_RIGHT = "-}}";
  private static final String SPACES = " \t\r\n";
  private static final int NONE = -1;

  private final String text;
  private int at;
  private int depth;
  private boolean inside;

  GoTemplateLexer(String text) {
    this.text = text;
  }

  int line(int index) {
    return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
  }

  /** In its line, from 0. */
  int column(int index) {
    return index - 1 - text.lastIndexOf('\n', index - 1);
  }

  private BuiltinException problem(String message) {
    return BuiltinException.of("template: template:%d: %s".formatted(line(at), message));
  }

  GoTemplateToken next() throws BuiltinException {
    return inside ? token() : outside();
  }

  private GoTemplateToken outside() throws BuiltinException {
    while (at < text.length()) {
      int start = at;
      int left = text.indexOf(LEFT, at);
      int end = left < 0 ? text.length() : left;
      boolean trim = left >= 0 && isSpace(left + 3) && text.charAt(left + 2) == '-';
      int last = end;
      while (trim && last > start && isSpace(last - 1)) {
        last--;
      }
      at = end;
      if (last > start) {
        return new GoTemplateToken(Kind.TEXT, text.substring(start, last), start);
      } else if (left >= 0) {
        at = left + LEFT.length() + (trim ? 2 : 0);
        if (!text.startsWith("/*", at)) {
          inside = true;
          return new GoTemplateToken(Kind.LEFT, LEFT, left);
        }
        comment();
      }
    }
    return new GoTemplateToken(Kind.END, "", at);
  }

  private void comment() throws BuiltinException {
    int end = text.indexOf("*/", at);
    if (end < 0) {
      throw problem("unclosed comment");
    }
    at = end + 2;
    if (!atRight()) {
      throw problem("comment ends before closing delimiter");
    }
    right();
  }

  private boolean isSpace(int index) {
    return index < text.length() && SPACES.indexOf(text.charAt(index)) >= 0;
  }

  private boolean isWord(int index) {
    return index < text.length()
        && (text.charAt(index) == '_' || Character.isLetterOrDigit(text.charAt(index)));
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private boolean atRight() {
    return text.startsWith(RIGHT, at) || (isSpace(at) && text.startsWith(TRIMMED_RIGHT, at + 1));
  }

  private void right() {
    boolean trim = !text.startsWith(RIGHT, at);
    at += trim ? 1 + TRIMMED_RIGHT.length() : RIGHT.length();
    while (trim && isSpace(at)) {
      at++;
    }
  }

  private GoTemplateToken token() throws BuiltinException {
    int start = at;
    if (atRight()) {
      if (depth > 0) {
        throw problem("unclosed left paren");
      }
      right();
      inside = false;
      return new GoTemplateToken(Kind.RIGHT, RIGHT, start);
    } else if (at >= text.length()) {
      throw problem("unclosed action");
    } else if (isSpace(at)) {
      while (isSpace(at) && !atRight()) {
        at++;
      }
      return made(Kind.SPACE, start);
    }
    char c = text.charAt(at);
    if (isDigit(at) || "+-".indexOf(c) >= 0 || (c == '.' && isDigit(at + 1))) {
      return number();
    } else if (isWord(at)) {
      word();
      return GoTemplateToken.word(text.substring(start, at), start);
    }
    return switch (c) {
      case '"' -> quoted(Kind.STRING, "unterminated quoted string");
      case '\'' -> quoted(Kind.CHARACTER, "unterminated character constant");
      case '`' -> raw();
      case '.' -> named(Kind.FIELD);
      case '$' -> named(Kind.VARIABLE);
      default -> sign();
    };
  }

  private GoTemplateToken made(Kind kind, int start) {
    return new GoTemplateToken(kind, text.substring(start, at), start);
  }

  private GoTemplateToken sign() throws BuiltinException {
    int start = at;
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    switch (c) {
      case '|' -> {
        return made(Kind.PIPE, start);
      }
      case '=' -> {
        return made(Kind.ASSIGN, start);
      }
      case '(' -> {
        depth++;
        return made(Kind.OPEN, start);
      }
      case ')' -> {
        if (--depth < 0) {
          throw problem("unexpected right paren");
        }
        return made(Kind.CLOSE, start);
      }
      case ':' -> {
        if (!text.startsWith("=", at)) {
          throw problem("expected :=");
        }
        at++;
        return made(Kind.DECLARE, start);
      }
      default -> {
        if (c < ' ' || c > '~') {
          throw problem("unrecognized character in action: " + shown(c));
        }
        return made(Kind.OTHER, start);
      }
    }
  }

  private static String shown(int c) {
    return "U+%04X '%s'".formatted(c, Character.toString(c));
  }

  /** A dot or dollar with the name that follows, if one does. */
  private GoTemplateToken named(Kind kind) throws BuiltinException {
    int start = at++;
    word();
    return kind == Kind.FIELD && at == start + 1 ? made(Kind.DOT, start) : made(kind, start);
  }

  private void word() throws BuiltinException {
    while (isWord(at)) {
      at++;
    }
    if (at < text.length() && !isSpace(at) && ".,|:()".indexOf(text.charAt(at)) < 0 && !atRight()) {
      throw problem("bad character " + shown(text.codePointAt(at)));
    }
  }

  private GoTemplateToken number() throws BuiltinException {
    int start = at++;
    while (isWord(at) || (at < text.length() && isInNumber(start))) {
      at++;
    }
    return made(Kind.NUMBER, start);
  }

  private boolean isInNumber(int start) {
    char c = text.charAt(at);
    boolean hex = text.startsWith("0x", start) || text.startsWith("0X", start);
    char before = Character.toLowerCase(text.charAt(at - 1));
    return c == '.' || ("+-".indexOf(c) >= 0 && before == (hex ? 'p' : 'e'));
  }

  private GoTemplateToken quoted(Kind kind, String otherwise) throws BuiltinException {
    int start = at;
    char quote = text.charAt(at++);
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length() || text.charAt(at) == '\n') {
      at = start;
      throw problem(otherwise);
    }
    at++;
    return made(kind, start);
  }

  private GoTemplateToken raw() throws BuiltinException {
    int start = at;
    int end = text.indexOf('`', at + 1);
    if (end == NONE) {
      throw problem("unterminated raw quoted string");
    }
    at = end + 1;
    return made(Kind.RAW_STRING, start);
  }
}
