package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.databricks.DatabricksSql;
import dev.bylaw.rules.sql.databricks.SqlLimits;
import dev.bylaw.rules.sql.dialect.Dialect;
import dev.bylaw.rules.sql.dialect.DialectSql;
import dev.bylaw.rules.sql.text.SqlScan;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The statements of a script, in the dialect that it names.
 *
 * @param fallback places of queries that only the fall-back parser could read
 */
record Parsing(List<Statement> statements, Set<Span> fallback, List<Diagnostic> diagnostics) {
  private static final String SYNTAX = "sql_parse_error";

  static Parsing of(Script script) {
    return script.dialect() == Dialect.DATABRICKS ? databricks(script) : other(script);
  }

  private static Parsing databricks(Script script) {
    DatabricksSql.Script parsed =
        DatabricksSql.parse(script.file(), script.text(), SqlLimits.DEFAULT);
    Iterator<Diagnostic> problems = parsed.diagnostics().iterator();
    List<Statement> statements = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    Set<Span> fallback = new HashSet<>();
    for (Statement statement : parsed.statements()) {
      Optional<Diagnostic> problem =
          statement instanceof Statement.Unread ? Optional.of(problems.next()) : Optional.empty();
      Optional<Statement> query = problem.flatMap(p -> fallback(script, statement, p));
      query.ifPresent(q -> fallback.add(q.span()));
      problem.ifPresent(p -> diagnostics.add(query.isPresent() ? fallback(p) : unread(p)));
      statements.add(query.orElse(statement));
    }
    return new Parsing(statements, fallback, diagnostics);
  }

  /** What was too much for one parser is not given to another. */
  private static Optional<Statement> fallback(
      Script script, Statement statement, Diagnostic problem) {
    boolean query =
        problem.code().equals(SYNTAX) && Set.of("SELECT", "WITH").contains(statement.kind());
    return query
        ? read(script, statement.span(), Dialect.DATABRICKS).statement()
        : Optional.empty();
  }

  private static DialectSql.Result read(Script script, Span span, Dialect dialect) {
    return DialectSql.read(span, script.text().substring(span.start(), span.end()), dialect);
  }

  /**
   * Syntax is for {@code sql/statement-readable} to judge, and does not end a run; what is too much
   * to read does.
   */
  private static Diagnostic unread(Diagnostic problem) {
    return problem.code().equals(SYNTAX)
        ? Diagnostic.warning(SYNTAX, problem.span().orElseThrow(), problem.message())
        : problem;
  }

  private static Diagnostic fallback(Diagnostic diagnostic) {
    return Diagnostic.warning(
        "sql_fallback",
        diagnostic.span().orElseThrow(),
        diagnostic.message() + "; the query is read by the fall-back parser");
  }

  private static Parsing other(Script script) {
    List<Statement> statements = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Span span : SqlScan.of(script.file(), script.text()).statements()) {
      DialectSql.Result result = read(script, span, script.dialect());
      statements.add(
          result
              .statement()
              .orElseGet(() -> new Statement.Unread(kind(span), Optional.empty(), span)));
      result.problem().map(Parsing::unread).ifPresent(diagnostics::add);
    }
    return new Parsing(statements, Set.of(), diagnostics);
  }

  /** The first two words. */
  private static String kind(Span statement) {
    String[] words = statement.text().split(" ", 3);
    String kind = words.length > 1 ? words[0] + " " + words[1] : words[0];
    return kind.strip().toUpperCase(Locale.ROOT);
  }
}
