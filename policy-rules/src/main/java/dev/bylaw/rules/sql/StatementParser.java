package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.DatabricksSqlParser.StatementContext;
import dev.bylaw.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/** Parses one statement: fast first, and once more in full where that fails. */
final class StatementParser {
  private final List<Token> tokens;
  private final Places places;
  private @Nullable Diagnostic problem;

  StatementParser(List<Token> tokens, Places places) {
    this.tokens = new ArrayList<>(tokens);
    this.places = places;
    Token last = tokens.get(tokens.size() - 1);
    CommonToken end = new CommonToken(Token.EOF, "");
    end.setStartIndex(last.getStopIndex() + 1);
    end.setStopIndex(last.getStopIndex());
    this.tokens.add(end);
  }

  /** The tree, or empty with a {@link #problem()}. */
  Optional<StatementContext> parse() {
    try {
      return Optional.of(parser(PredictionMode.SLL).statement());
    } catch (ParseCancellationException e) {
      return parseInFull();
    }
  }

  Optional<Diagnostic> problem() {
    return Optional.ofNullable(problem);
  }

  private Optional<StatementContext> parseInFull() {
    DatabricksSqlParser parser = parser(PredictionMode.LL);
    try {
      return Optional.of(parser.statement());
    } catch (ParseCancellationException e) {
      return Optional.empty();
    }
  }

  /** Describes the error where it is found: giving up unwinds what the parser knows. */
  private final class Describing extends BailErrorStrategy {
    @Override
    public void recover(Parser recognizer, RecognitionException e) {
      Token found = e.getOffendingToken();
      describe(recognizer, found == null ? recognizer.getCurrentToken() : found);
      super.recover(recognizer, e);
    }

    @Override
    public Token recoverInline(Parser recognizer) {
      describe(recognizer, recognizer.getCurrentToken());
      return super.recoverInline(recognizer);
    }

    private void describe(Parser recognizer, Token found) {
      if (problem == null) {
        problem =
            Diagnostic.error(
                "sql_parse_error", places.of(found), SyntaxMessage.of(recognizer, found));
      }
    }
  }

  private DatabricksSqlParser parser(PredictionMode mode) {
    DatabricksSqlParser parser =
        new DatabricksSqlParser(new CommonTokenStream(new ListTokenSource(tokens)));
    ParserCache.attach(parser);
    parser.getInterpreter().setPredictionMode(mode);
    parser.setErrorHandler(mode == PredictionMode.SLL ? new BailErrorStrategy() : new Describing());
    parser.removeErrorListeners();
    return parser;
  }
}
