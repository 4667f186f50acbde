package dev.bylaw.rules.sql.python;

import dev.bylaw.rules.sql.text.Canvas;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts Python into tokens, after the lexical analysis of its language reference; indentation means
 * nothing here. Linear in the text.
 */
final class Tokenizer {
  private static final Set<String> PREFIXES =
      Set.of("r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt");

  private final SourceFile file;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Span> comments = new ArrayList<>();
  private int at;
  private int depth;

  /**
   * Cuts a text.
   *
   * @param text as long as the file
   */
  Tokenizer(SourceFile file, String text) {
    this.file = file;
    this.text = text;
    while (at < text.length()) {
      next();
    }
    tokens.add(Token.plain(Token.Kind.LINE_END, text, at, at));
    tokens.add(Token.plain(Token.Kind.END, text, at, at));
  }

  /** Lines end with a token, the last too, but not within brackets. */
  List<Token> tokens() {
    return tokens;
  }

  List<Span> comments() {
    return comments;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n') {
      if (depth == 0) {
        tokens.add(Token.plain(Token.Kind.LINE_END, text, at, at + 1));
      }
      at++;
    } else if (Character.isWhitespace(c) || c == Canvas.NOTHING || c == '\\') {
      at = Math.min(text.length(), at + (c == '\\' ? 2 : 1));
    } else if (c == '#') {
      int start = at;
      skipLine();
      comments.add(file.span(start, at));
    } else if (c == '"' || c == '\'') {
      string(at, "");
    } else if (Character.isJavaIdentifierPart(c)) {
      word();
    } else {
      sign(c);
    }
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void sign(char c) {
    depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 && depth > 0 ? -1 : 0;
    tokens.add(Token.plain(Token.Kind.SIGN, text, at, at + 1));
    at++;
  }

  private void word() {
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    String prefix = text.substring(start, Math.min(at, start + 3)).toLowerCase(Locale.ROOT);
    int quote = skipNothing(at);
    boolean quoted = quote < text.length() && "\"'".indexOf(text.charAt(quote)) >= 0;
    if (quoted && PREFIXES.contains(prefix)) {
      at = quote;
      string(start, prefix);
    } else {
      tokens.add(Token.plain(Token.Kind.WORD, text, start, at));
    }
  }

  private static boolean isWord(char c) {
    return Character.isJavaIdentifierPart(c) && c != Canvas.NOTHING;
  }

  private int skipNothing(int offset) {
    int i = offset;
    while (i < text.length() && text.charAt(i) == Canvas.NOTHING) {
      i++;
    }
    return i;
  }

  /** Quotes of one text are of one kind, and may be apart by units that mean nothing. */
  private void string(int start, String prefix) {
    char quote = text.charAt(at);
    int second = skipNothing(at + 1);
    int third =
        second < text.length() && text.charAt(second) == quote ? skipNothing(second + 1) : 0;
    boolean triple = third > 0 && third < text.length() && text.charAt(third) == quote;
    int from = triple ? third + 1 : at + 1;
    at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == quote && (!triple || isTriple(at, quote))) {
        int to = at;
        at = triple ? skipNothing(skipNothing(at + 1) + 1) + 1 : at + 1;
        tokens.add(
            new Token(Token.Kind.TEXT, text.substring(from, to), start, at, prefix, from, to));
        return;
      } else if (c == '\n' && !triple) {
        break;
      }
      at = c == '\\' ? Math.min(text.length(), skipNothing(at + 1) + 1) : at + 1;
    }
    tokens.add(Token.plain(Token.Kind.SIGN, text, start, at));
  }

  private boolean isTriple(int offset, char quote) {
    int second = skipNothing(offset + 1);
    if (second >= text.length() || text.charAt(second) != quote) {
      return false;
    }
    int third = skipNothing(second + 1);
    return third < text.length() && text.charAt(third) == quote;
  }
}
