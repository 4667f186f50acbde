package dev.bylaw.rego.parser;

import java.util.Locale;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Stops at the first syntax error and words it as OPA does; ANTLR's own words never get out. */
final class SyntaxErrors extends BailErrorStrategy {

  static Token offending(ParseCancellationException e) {
    if (e.getCause() instanceof RecognitionException r && r.getOffendingToken() != null) {
      return r.getOffendingToken();
    }
    throw e;
  }

  static String message(Token token) {
    return "unexpected " + name(token) + " token";
  }

  private static String name(Token token) {
    return switch (token.getType()) {
      case Token.EOF -> "eof";
      case RegoLexer.IDENT, RegoLexer.CONTAINS -> "identifier";
      case RegoLexer.NUMBER -> "number";
      case RegoLexer.STRING, RegoLexer.RAW -> "string";
      default -> {
        String text = token.getText();
        String literal = RegoLexer.VOCABULARY.getLiteralName(token.getType());
        String shown = literal == null ? text : literal.substring(1, literal.length() - 1);
        yield Character.isLetter(shown.charAt(0))
            ? shown.toLowerCase(Locale.ROOT) + " keyword"
            : shown;
      }
    };
  }
}
