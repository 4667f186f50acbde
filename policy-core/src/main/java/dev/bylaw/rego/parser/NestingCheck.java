package dev.bylaw.rego.parser;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;

/** Counts brackets before they are parsed, so that nesting ends in a message, not a full stack. */
final class NestingCheck {
  private NestingCheck() {}

  static Optional<Diagnostic> check(Places places) {
    int limit = Limits.DEFAULT.maxNesting();
    int depth = 0;
    for (CommonToken t : places.tokens().code()) {
      switch (t.getType()) {
        case RegoLexer.LBRACE,
            RegoLexer.LBRACK,
            RegoLexer.LBRACK_ADJ,
            RegoLexer.LPAREN,
            RegoLexer.LPAREN_ADJ ->
            depth++;
        case RegoLexer.RBRACE, RegoLexer.RBRACK, RegoLexer.RPAREN -> depth--;
        default -> {
          // other tokens do not nest
        }
      }
      if (depth > limit) {
        return Optional.of(
            Diagnostic.error(
                SyntaxErrors.CODE,
                places.span(t),
                "brackets nest more than " + limit + " levels deep"));
      }
    }
    return Optional.empty();
  }
}
