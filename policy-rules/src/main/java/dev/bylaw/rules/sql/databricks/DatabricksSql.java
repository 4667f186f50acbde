package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.SingleContext;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Parses scripts of Databricks SQL. Not thread-safe; one for each script. Parsing goes as deep as
 * the text nests: {@link dev.bylaw.rules.sql.SqlReader} gives it a stack of its own.
 */
public final class DatabricksSql {
  private static final int TRIMMED_EVERY = 200;

  private final Builders builders;
  private final Tokens tokens;
  private final StatementParser parser;
  private final SqlLimits limits;
  private final long started = System.nanoTime();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private boolean blocks = true;

  /**
   * What was read.
   *
   * @param statements in the order of the text; those that could not be parsed are {@link
   *     Statement.Unread}
   * @param diagnostics one for each statement that could not be parsed
   */
  public record Script(List<Statement> statements, List<Diagnostic> diagnostics) {
    public Script {
      statements = List.copyOf(statements);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  private DatabricksSql(SourceFile file, String masked, int from, SqlLimits limits) {
    this.builders = new Builders(file, masked, from);
    this.tokens = Tokens.of(masked);
    this.parser = new StatementParser(tokens, builders.text);
    this.limits = limits;
  }

  /**
   * Parses a script.
   *
   * @param masked what is parsed: the text of the file, or one of the same length in which what is
   *     no SQL is replaced. Spans and texts are those of the file
   */
  public static Script parse(SourceFile file, String masked, SqlLimits limits) {
    if (masked.length() != file.text().length()) {
      throw new IllegalArgumentException("the masked text has another length");
    }
    return new DatabricksSql(file, masked, 0, limits).script();
  }

  /** Parses a stretch of a file that is a script of its own. */
  static Script within(SourceFile file, String masked, int from, SqlLimits limits) {
    return new DatabricksSql(file, masked, from, limits).script();
  }

  private Script script() {
    int at = start(0);
    while (tokens.type(at) != Token.EOF) {
      at = start(statement(at));
      if (statements.size() % TRIMMED_EVERY == 0) {
        parser.trim();
      }
    }
    parser.trim();
    return new Script(statements, diagnostics);
  }

  /** The first token at or behind an index that starts a statement. */
  private int start(int index) {
    int at = tokens.visible(index);
    while (tokens.type(at) == DatabricksSqlLexer.SEMICOLON) {
      at = tokens.visible(at + 1);
    }
    return at;
  }

  /** Returns the index of the token behind the statement. */
  private int statement(int start) {
    StatementScan scan = new StatementScan(tokens, start, limits.maxNesting(), blocks);
    blocks &= !scan.unclosed();
    Token deep = scan.tooDeep();
    if (deep != null) {
      problem(
          "sql_too_deep",
          deep,
          "found brackets nested more than %d deep, expected at most as many"
              .formatted(limits.maxNesting()));
    } else {
      Optional<SingleContext> tree = parse(start);
      if (tree.isPresent()) {
        int behind = tokens.index();
        Statement statement = builders.statements.statement(tree.get().statement());
        statements.add(statement);
        QuotedNames.set(statement).ifPresent(names -> tokens.quote(behind, names));
        return behind;
      }
    }
    statements.add(Unreadable.statement(tokens, builders.text, start, scan.last()));
    return scan.last() + 1;
  }

  private Optional<SingleContext> parse(int start) {
    Duration left = limits.scriptTime().minusNanos(System.nanoTime() - started);
    boolean last = left.compareTo(limits.statementTime()) < 0;
    tokens.limit(last ? left : limits.statementTime());
    try {
      Optional<SingleContext> tree = parser.parse(start);
      parser.problem().ifPresent(diagnostics::add);
      return tree;
    } catch (Tokens.Expired e) {
      String message =
          last
              ? tooSlow("script", limits.scriptTime(), "make it several")
              : tooSlow("statement", limits.statementTime(), "make it smaller");
      problem("sql_too_slow", tokens.get(start), message);
      return Optional.empty();
    }
  }

  private static String tooSlow(String what, Duration limit, String remedy) {
    return "found a %s that takes more than %d ms to parse, expected one that takes less; %s"
        .formatted(what, limit.toMillis(), remedy);
  }

  private void problem(String code, Token place, String message) {
    diagnostics.add(Diagnostic.error(code, builders.text.span(place), message));
  }
}
