package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.SingleContext;
import dev.bylaw.source.Diagnostic;
import java.util.Optional;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/** Parses statements one by one: fast first, and once more in full where that fails. */
final class StatementParser {
  private final Tokens tokens;
  private final Text text;
  private DatabricksSqlParser fast;
  private @Nullable DatabricksSqlParser full; // most scripts do not need it
  private @Nullable Diagnostic problem;

  StatementParser(Tokens tokens, Text text) {
    this.tokens = tokens;
    this.text = text;
    this.fast = fast();
  }

  /** Forgets what was learnt if that was too much. */
  void trim() {
    if (ParserCache.trim()) {
      fast = fast();
      full = null;
    }
  }

  /**
   * The statement that starts at a token, with its semicolon; or empty with a {@link #problem()}.
   *
   * @throws Tokens.Expired when time is up
   */
  Optional<SingleContext> parse(int start) {
    problem = null;
    return parse(fast, start).or(() -> parse(full(), start));
  }

  Optional<Diagnostic> problem() {
    return Optional.ofNullable(problem);
  }

  private Optional<SingleContext> parse(DatabricksSqlParser parser, int start) {
    parser.reset();
    tokens.seek(start);
    try {
      return Optional.of(parser.single());
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
                "sql_parse_error", text.span(found), SyntaxMessage.of(recognizer, found));
      }
    }
  }

  private DatabricksSqlParser fast() {
    DatabricksSqlParser parser = parser(new BailErrorStrategy());
    parser.setInterpreter(ParserCache.fast(parser));
    return parser;
  }

  private DatabricksSqlParser full() {
    if (full == null) {
      full = parser(new Describing());
      full.setInterpreter(ParserCache.full(full));
    }
    return full;
  }

  private DatabricksSqlParser parser(ANTLRErrorStrategy errors) {
    DatabricksSqlParser parser = new DatabricksSqlParser(tokens);
    parser.setErrorHandler(errors);
    parser.removeErrorListeners();
    return parser;
  }
}
