package dev.bylaw.rego.parser;

import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** OPA's words for tokens. */
final class TokenNames {
  private TokenNames() {}

  /** Whether no text may hold such a token anywhere. */
  static boolean isIllegal(Token token) {
    return switch (token.getType()) {
      case RegoLexer.OPEN_STRING, RegoLexer.BAD_NUMBER, RegoLexer.ILLEGAL -> true;
      default -> false;
    };
  }

  /** The end of the text, or a line break where it may not stand. */
  static boolean endsLine(Token token) {
    return token.getType() == Token.EOF || token.getText().isBlank();
  }

  /** For example {@code unexpected identifier token}, or what is wrong with the token itself. */
  static String unexpected(Token token) {
    return switch (token.getType()) {
      case RegoLexer.OPEN_STRING -> "non-terminated string";
      case RegoLexer.BAD_NUMBER -> number(token.getText());
      case RegoLexer.ILLEGAL ->
          token.getText().equals("!") ? "illegal ! character" : "illegal token";
      default -> "unexpected " + name(token);
    };
  }

  private static String name(Token token) {
    return switch (token.getType()) {
      case Token.EOF -> "eof token";
      case RegoLexer.IDENT -> "identifier token";
      case RegoLexer.NUMBER -> "number token";
      case RegoLexer.STRING, RegoLexer.RAW -> "string token";
      case RegoLexer.TEMPLATE -> "template-string-part token";
      case RegoLexer.RAW_TEMPLATE -> "raw-template-string-part token";
      case RegoLexer.ASSIGN -> "assign token";
      case RegoLexer.EQ -> "eq token";
      case RegoLexer.EQUAL -> "equal token";
      case RegoLexer.NEQ -> "neq token";
      case RegoLexer.LT -> "lt token";
      case RegoLexer.LTE -> "lte token";
      case RegoLexer.GT -> "gt token";
      case RegoLexer.GTE -> "gte token";
      case RegoLexer.PLUS -> "plus token";
      case RegoLexer.MINUS, RegoLexer.NEGATIVE -> "minus token";
      case RegoLexer.MUL -> "mul token";
      case RegoLexer.DIV -> "div token";
      case RegoLexer.REM -> "rem token";
      case RegoLexer.AMP -> "and token";
      case RegoLexer.PIPE, RegoLexer.BAR -> "or token";
      default -> {
        String text = token.getText();
        yield Character.isLetter(text.charAt(0))
            ? text.toLowerCase(Locale.ROOT) + " keyword"
            : text + " token";
      }
    };
  }

  private static String number(String text) {
    int at = digits(text, 0);
    if (text.charAt(0) == '0' && at > 1) {
      return "unexpected number token: expected number without leading zero";
    }
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = digits(text, at + 1);
      if (fraction == at + 1) {
        return "expected fraction";
      }
      at = fraction;
    }
    boolean exponent = at < text.length() && Character.toLowerCase(text.charAt(at)) == 'e';
    return exponent && digits(text, at + 1) == at + 1 && !text.startsWith("0x")
        ? "expected exponent"
        : "illegal number format";
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
