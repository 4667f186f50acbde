package dev.bylaw.rules.sql.dialect;

import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.text.Canvas;
import dev.bylaw.rules.sql.text.SqlScan;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.Token;
import org.jspecify.annotations.Nullable;

/** Reads single statements of a dialect. Thread-safe. */
public final class DialectSql {
  /** Of brackets within a statement, inclusive; the parser's time doubles with each level. */
  static final int MAX_NESTING = 100;

  private static final long MILLIS = 5_000;
  private static final long STACK_BYTES = 64L * 1024 * 1024;
  private static final ThreadFactory THREADS = DialectSql::thread;

  private DialectSql() {}

  /** A statement, or else why it cannot be read. */
  public record Result(Optional<Statement> statement, Optional<Diagnostic> problem) {}

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(null, task, "sql-dialect", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Reads a statement.
   *
   * @param text of the statement, as long as the span
   */
  public static Result read(Span span, String text, Dialect dialect) {
    if (CCJSqlParserUtil.getNestingDepth(text) > MAX_NESTING) {
      return problem(
          "sql_too_deep", span, "found brackets nested more than %d deep".formatted(MAX_NESTING));
    }
    ExecutorService executor = Executors.newSingleThreadExecutor(THREADS);
    try {
      return new Result(
          Optional.of(executor.submit(() -> parse(span, text, dialect)).get()), Optional.empty());
    } catch (ExecutionException e) {
      return failure(span, dialect, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return problem("sql_interrupted", span, "reading was interrupted");
    } finally {
      executor.shutdownNow();
    }
  }

  private static Statement parse(Span span, String text, Dialect dialect)
      throws JSQLParserException {
    ExecutorService executor = Executors.newSingleThreadExecutor(THREADS);
    try {
      var statement =
          CCJSqlParserUtil.parse(
              plain(span, text),
              executor,
              parser -> {
                dialect.configure(parser);
                parser.withTimeOut(MILLIS);
              });
      return new Statements(span).of(statement);
    } finally {
      executor.shutdownNow();
    }
  }

  /** In one line and without comments: blank lines would end the statement. */
  private static String plain(Span span, String text) {
    SqlScan scan = SqlScan.of(SourceFile.of(span.source().name(), text), text);
    Canvas canvas = new Canvas(scan.masked());
    canvas.copy(0, text.length());
    scan.comments().forEach(comment -> canvas.fill(comment.start(), comment.end(), ' '));
    int at = 0;
    for (Span quoted : scan.texts()) {
      inLine(canvas, text, at, quoted.start());
      at = quoted.end();
    }
    inLine(canvas, text, at, text.length());
    return canvas.text();
  }

  private static void inLine(Canvas canvas, String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        canvas.put(i, ' ');
      }
    }
  }

  private static Result failure(Span span, Dialect dialect, @Nullable Throwable cause) {
    if (cause instanceof StackOverflowError) {
      return problem("sql_too_deep", span, "the statement nests too deep to be read");
    } else if (cause instanceof UnreadableException) {
      return problem("sql_not_read", span, String.valueOf(cause.getMessage()));
    } else if (cause instanceof JSQLParserException) {
      return syntax(span, dialect, cause);
    }
    throw new IllegalStateException("reading " + span, cause);
  }

  private static Result syntax(Span span, Dialect dialect, Throwable cause) {
    for (@Nullable Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof ParseException e && e.currentToken != null && e.currentToken.next != null) {
        Token found = e.currentToken.next;
        String word = found.image.isEmpty() ? "the end of the statement" : "`" + found.image + "`";
        return problem(
            "sql_parse_error",
            new Spots(span).of(found),
            "found " + word + ", expected another part of a statement of " + dialect.word());
      }
    }
    return problem(
        "sql_parse_error",
        span,
        "this cannot be read as " + dialect.word() + " in the time allowed");
  }

  private static Result problem(String code, Span span, String message) {
    return new Result(Optional.empty(), Optional.of(Diagnostic.error(code, span, message)));
  }
}
