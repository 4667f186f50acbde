package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoValue;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

/** Reads JSON text; an error of syntax is described in the words of Go's {@code encoding/json}. */
final class JsonInput {
  private static final int DEPTH = 10_000;

  private final String text; // one char for each byte of UTF-8, because Go counts bytes
  private int at;

  private JsonInput(String text) {
    this.text = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  static RegoValue parse(String text) throws BuiltinException {
    try {
      return RegoJson.parse(text);
    } catch (ParseException e) {
      throw BuiltinException.of(new JsonInput(text).fault(String.valueOf(e.getMessage())));
    }
  }

  /** Thrown to end the search for the fault. */
  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    Fault(String message) {
      super(message, null, false, false);
    }
  }

  /** What is wrong with the text, or the other message if the syntax is right. */
  private String fault(String otherwise) {
    try {
      skipSpace();
      if (at == text.length()) {
        return "EOF";
      }
      value(DEPTH);
      skipSpace();
      if (at < text.length()) {
        int end = at;
        value(DEPTH);
        at = end;
        return "error: " + unexpected("after top-level value").getMessage();
      }
      return otherwise;
    } catch (Fault fault) {
      return String.valueOf(fault.getMessage());
    }
  }

  private Fault unexpected(String where) {
    return at >= text.length()
        ? new Fault("unexpected EOF")
        : new Fault("invalid character " + GoQuote.rune(text.charAt(at), false) + " " + where);
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void expect(char c, String where) throws Fault {
    if (peek() != c) {
      throw unexpected(where);
    }
    at++;
  }

  private void value(int depth) throws Fault {
    if (depth == 0) {
      throw new Fault("exceeded max depth");
    }
    char c = peek();
    switch (c) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> {
        if (c != '-' && !isDigit(c)) {
          throw unexpected("looking for beginning of value");
        }
        number();
      }
    }
  }

  private void object(int depth) throws Fault {
    at++;
    skipSpace();
    if (peek() == '}') {
      at++;
      return;
    }
    while (true) {
      skipSpace();
      if (peek() != '"') {
        throw unexpected("looking for beginning of object key string");
      }
      string();
      skipSpace();
      expect(':', "after object key");
      skipSpace();
      value(depth - 1);
      skipSpace();
      if (peek() == '}') {
        at++;
        return;
      }
      expect(',', "after object key:value pair");
    }
  }

  private void array(int depth) throws Fault {
    at++;
    skipSpace();
    if (peek() == ']') {
      at++;
      return;
    }
    while (true) {
      skipSpace();
      value(depth - 1);
      skipSpace();
      if (peek() == ']') {
        at++;
        return;
      }
      expect(',', "after array element");
    }
  }

  private void string() throws Fault {
    at++;
    while (peek() != '"') {
      if (peek() < ' ') {
        throw unexpected("in string literal");
      }
      if (peek() == '\\') {
        escape();
      } else {
        at++;
      }
    }
    at++;
  }

  private void escape() throws Fault {
    at++;
    if (peek() != 'u') {
      if ("\"\\/bfnrt".indexOf(peek()) < 0) {
        throw unexpected("in string escape code");
      }
      at++;
      return;
    }
    at++;
    for (int i = 0; i < 4; i++) {
      if (Character.digit(peek(), 16) < 0) {
        throw unexpected("in \\u hexadecimal character escape");
      }
      at++;
    }
  }

  private void literal(String word) throws Fault {
    for (int i = 0; i < word.length(); i++) {
      expect(
          word.charAt(i),
          "in literal %s (expecting %s)".formatted(word, "'" + word.charAt(i) + "'"));
    }
  }

  private void number() throws Fault {
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits("in numeric literal");
    }
    if (peek() == '.') {
      at++;
      digits("after decimal point in numeric literal");
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits("in exponent of numeric literal");
    }
  }

  private void digits(String where) throws Fault {
    if (!isDigit(peek())) {
      throw unexpected(where);
    }
    while (isDigit(peek())) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
