package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Clause;
import dev.bylaw.rules.sql.ast.ColumnDefinition;
import dev.bylaw.rules.sql.ast.DataType;
import dev.bylaw.rules.sql.ast.Definition;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.SelectItem;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.databricks.Creations.Head;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.CreateFunctionContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.CreatePolicyContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.FunctionBodyContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.FunctionClauseContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PrincipalsContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CREATE FUNCTION, PROCEDURE and POLICY. */
final class Functions {
  private final Builders all;

  Functions(Builders all) {
    this.all = all;
  }

  Definition function(CreateFunctionContext function, Head head) {
    Optional<DataType> returns = Optional.empty();
    List<ColumnDefinition> table = new ArrayList<>();
    List<Clause> clauses = new ArrayList<>();
    for (FunctionClauseContext clause : function.functionClause()) {
      if (clause.RETURNS() == null || clause.NULL().size() > 0) {
        clauses.add(clause(clause));
      } else if (clause.dataType() != null) {
        returns = all.types.optional(clause.dataType());
      } else if (clause.tableElements() != null) {
        all.parts.of(clause.tableElements()).stream()
            .filter(ColumnDefinition.class::isInstance)
            .map(ColumnDefinition.class::cast)
            .forEach(table::add);
      }
    }
    return new Definition.CreateFunction(
        function.getChild(0).getText().toUpperCase(Locale.ROOT),
        head.typeSpan(all.text, function.getChild(0)),
        all.names.name(function.name()),
        head.replace(),
        all.creations.span(function.ifNotExists()),
        head.modifiers(),
        function.parameter().stream().map(p -> all.columns.column(p.columnDefinition())).toList(),
        returns,
        table,
        clauses,
        body(function.functionBody()),
        head.span());
  }

  private Clause clause(FunctionClauseContext clause) {
    return clause.comment() != null
        ? all.clauses.comment(clause.comment())
        : new Clause.Other(Clauses.word(clause), all.parts.of(clause), all.text.span(clause));
  }

  private Optional<SqlNode> body(@Nullable FunctionBodyContext body) {
    if (body == null) {
      return Optional.empty();
    }
    if (body.expression() != null) {
      return Optional.of(all.expressions.expression(body.expression()));
    }
    if (body.query() != null) {
      return Optional.of(all.queries.query(body.query()));
    }
    if (body.block() != null) {
      return Optional.of(
          all.scripts.block(body.block(), Optional.empty(), all.text.span(body.block())));
    }
    return body.text() != null
        ? Optional.of(all.text.literal(body.text()))
        : Optional.of(all.primaries.dollars(all.text.span(body.DOLLAR_STRING().getSymbol())));
  }

  Definition policy(CreatePolicyContext policy, Head head) {
    List<Name> names = all.names.names(policy.name());
    List<SelectItem> match = new ArrayList<>();
    for (var column : policy.policyColumn()) {
      match.add(
          new SelectItem(
              all.expressions.expression(column.expression()),
              all.names.identifier(column.identifier()).stream().toList(),
              all.text.span(column)));
    }
    boolean guarded = policy.WHEN() != null;
    var expressions = all.expressions.list(policy.expression());
    String action =
        policy.FILTER() != null
            ? "ROW FILTER"
            : policy.MASK() != null ? "COLUMN MASK" : policy.GRANT() != null ? "GRANT" : "DENY";
    List<Expression> arguments = new ArrayList<>();
    all.names
        .identifier(policy.identifier())
        .ifPresent(c -> arguments.add(new Expression.Column(List.of(c), c.span())));
    arguments.addAll(guarded ? expressions.subList(1, expressions.size()) : expressions);
    return new Definition.CreatePolicy(
        names.get(0),
        head.typeSpan(all.text, policy.POLICY()),
        head.replace(),
        all.securables.type(policy.securable()),
        all.securables.name(policy.securable()),
        all.clauses.text(policy.comment()),
        action,
        names.stream().skip(1).findFirst(),
        principals(policy.principals(0)),
        principals(policy.principals(1)),
        guarded ? Optional.of(expressions.get(0)) : Optional.empty(),
        match,
        arguments,
        head.span());
  }

  private List<Identifier> principals(@Nullable PrincipalsContext principals) {
    return principals == null ? List.of() : all.securables.principals(principals);
  }
}
