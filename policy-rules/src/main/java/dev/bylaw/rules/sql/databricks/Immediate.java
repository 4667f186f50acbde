package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Expression.LiteralType;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ExpressionContext;
import dev.bylaw.source.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Statements in the text of EXECUTE IMMEDIATE. Only a text without escapes is looked into: in
 * others, characters do not stand where they are read.
 */
final class Immediate {
  private final Builders all;
  private Duration left = SqlLimits.DEFAULT.statementTime(); // for all of a script

  Immediate(Builders all) {
    this.all = all;
  }

  /** The command with the statements that it runs, or as it is where these are not known. */
  Statement statement(ExpressionContext text, Statement.Command command) {
    Span span = all.text.span(text);
    boolean plain =
        all.expressions.expression(text) instanceof Expression.Literal literal
            && literal.type() == LiteralType.TEXT
            && literal.value().length() == span.end() - span.start() - 2;
    List<Statement> statements = plain ? statements(span.start() + 1, span.end() - 1) : List.of();
    return statements.isEmpty()
        ? command
        : new Statement.Script(
            command.kind(), Optional.empty(), command.parts(), statements, command.span());
  }

  private List<Statement> statements(int start, int end) {
    SqlLimits most = SqlLimits.DEFAULT;
    SqlLimits limits = new SqlLimits(most.maxLength(), most.maxNesting(), left, left);
    long started = System.nanoTime();
    List<Statement> statements =
        DatabricksSql.within(all.text.file(), all.text.masked(start, end), start, limits)
            .statements();
    Duration rest = left.minusNanos(System.nanoTime() - started);
    left = rest.isNegative() ? Duration.ZERO : rest;
    return statements;
  }
}
