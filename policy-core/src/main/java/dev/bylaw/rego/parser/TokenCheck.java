package dev.bylaw.rego.parser;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;

/** Looks at the tokens before they are parsed: illegal ones, and brackets that nest too deeply. */
final class TokenCheck {
  private TokenCheck() {}

  static Optional<Diagnostic> check(SourceFile source, List<CommonToken> tokens) {
    int depth = 0;
    for (CommonToken t : tokens) {
      switch (t.getType()) {
        case RegoLexer.LBRACE,
            RegoLexer.LBRACK,
            RegoLexer.LBRACK_ADJ,
            RegoLexer.LPAREN,
            RegoLexer.LPAREN_ADJ ->
            depth++;
        case RegoLexer.RBRACE, RegoLexer.RBRACK, RegoLexer.RPAREN -> depth--;
        default -> {
          String problem = problem(t);
          if (!problem.isEmpty()) {
            return Optional.of(at(source, t, problem));
          }
        }
      }
      if (depth > Limits.DEFAULT.maxNesting()) {
        return Optional.of(
            at(
                source,
                t,
                "brackets nest more than " + Limits.DEFAULT.maxNesting() + " levels deep"));
      }
    }
    return Optional.empty();
  }

  private static String problem(CommonToken t) {
    return switch (t.getType()) {
      case RegoLexer.OPEN_STRING -> "non-terminated string";
      case RegoLexer.BAD_NUMBER -> "illegal number format";
      case RegoLexer.ILLEGAL -> "illegal token";
      default -> "";
    };
  }

  private static Diagnostic at(SourceFile source, CommonToken t, String message) {
    return Diagnostic.error(
        RegoSyntax.CODE, source.span(t.getStartIndex(), t.getStopIndex() + 1), message);
  }
}
