package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Assignment;
import dev.bylaw.rules.sql.ast.Clause;
import dev.bylaw.rules.sql.ast.CommonTable;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Manipulation;
import dev.bylaw.rules.sql.ast.Merge;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Property;
import dev.bylaw.rules.sql.ast.Query;
import dev.bylaw.rules.sql.ast.QueryBody;
import dev.bylaw.rules.sql.ast.Relation;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ApplyChangesContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.AssignmentContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ChangesClauseContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ChangesContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ChangesSourceContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ColumnNamesContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.CopyIntoContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.DeleteFromContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.FromClauseContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.InsertContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.InsertOptionContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.LoadDataContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.MergeActionContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.MergeIntoContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PartitionSpecContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.RowStatementContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.UpdateContext;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Statements that read and write rows. */
final class Manipulations {
  private final Builders all;

  Manipulations(Builders all) {
    this.all = all;
  }

  Statement rows(RowStatementContext rows) {
    Span span = all.text.span(rows);
    List<CommonTable> with = all.queries.with(rows.withClause());
    if (rows.queryTerm() != null) {
      Query query =
          all.queries.query(with, rows.queryTerm(), rows.queryTail(), rows.pipeStep(), span);
      return new Statement.Rows(query, span);
    }
    if (rows.mergeInto() != null) {
      return merge(rows.mergeInto(), with, span);
    }
    if (rows.update() != null) {
      return update(rows.update(), with, span);
    }
    if (rows.deleteFrom() != null) {
      return delete(rows.deleteFrom(), with, span);
    }
    List<InsertContext> inserts = rows.insert();
    if (inserts.size() == 1) {
      return insert(inserts.get(0), with, rows.fromClause(), span);
    }
    List<Statement> all = new ArrayList<>();
    for (InsertContext insert : inserts) {
      all.add(
          insert(
              insert,
              with,
              rows.fromClause(),
              this.all.text.span(rows.getStart()).to(this.all.text.span(insert))));
    }
    return new Statement.Script("INSERT INTO", Optional.empty(), List.of(), all, span);
  }

  private Statement insert(
      InsertContext insert, List<CommonTable> with, @Nullable FromClauseContext from, Span span) {
    Query source = all.queries.query(insert.query());
    Optional<Expression> replace = Optional.empty();
    boolean byName = insert.NAME() != null;
    for (InsertOptionContext option : insert.insertOption()) {
      replace = replace.or(() -> all.expressions.optional(option.expression()));
      byName |= option.NAME() != null;
    }
    return new Manipulation.Insert(
        with,
        insert.OVERWRITE() != null,
        target(insert),
        columns(insert.columnNames()),
        partition(insert.partitionSpec()),
        byName,
        replace,
        from == null ? source : reading(source, all.queries.from(from)),
        span);
  }

  /** Without a name rows go into a directory, whose path may stand among the options. */
  private Name target(InsertContext insert) {
    if (insert.name() != null) {
      return all.names.name(insert.name());
    }
    if (insert.text() != null) {
      return all.names.path(all.text.literal(insert.text()));
    }
    Identifier word = all.text.identifier(insert.DIRECTORY());
    return new Name(List.of(word), word.span());
  }

  /** {@code FROM t INSERT INTO a SELECT b}: the relations stand before the first INSERT. */
  private static Query reading(Query query, List<Relation> from) {
    if (!(query.body() instanceof QueryBody.Select select) || !select.from().isEmpty()) {
      return query;
    }
    QueryBody body =
        new QueryBody.Select(
            select.distinct(),
            select.items(),
            from,
            select.where(),
            select.group(),
            select.having(),
            select.qualify(),
            select.windows(),
            from.get(0).span().to(select.span()));
    return new Query(
        query.with(),
        body,
        query.order(),
        query.windows(),
        query.limit(),
        query.offset(),
        from.get(0).span().to(query.span()));
  }

  List<Identifier> columns(@Nullable ColumnNamesContext names) {
    return names == null ? List.of() : names.name().stream().map(all.names::flat).toList();
  }

  private List<Property> partition(@Nullable PartitionSpecContext partition) {
    List<Property> values = new ArrayList<>();
    if (partition != null) {
      for (var value : partition.partitionValue()) {
        if (value.name() != null) {
          values.add(
              new Property(
                  all.names.flat(value.name()),
                  all.expressions.optional(value.expression()),
                  all.text.span(value)));
        }
      }
    }
    return values;
  }

  private Statement merge(MergeIntoContext merge, List<CommonTable> with, Span span) {
    return new Manipulation.MergeInto(
        with,
        all.names.name(merge.name()),
        all.relations.alias(merge.tableAlias()),
        all.relations.relation(merge.relation()),
        all.expressions.expression(merge.expression()),
        merge.mergeAction().stream().map(this::action).toList(),
        span);
  }

  private Merge action(MergeActionContext action) {
    String when =
        action.NOT() == null
            ? "MATCHED"
            : action.SOURCE() == null ? "NOT MATCHED" : "NOT MATCHED BY SOURCE";
    String verb =
        action.UPDATE() != null ? "UPDATE" : action.DELETE() != null ? "DELETE" : "INSERT";
    int guards = action.AND() == null ? 0 : 1;
    List<Assignment> assignments = new ArrayList<>(assignments(action.assignment()));
    if (action.VALUES() != null && action.columnNames() != null) {
      var columns = all.names.names(action.columnNames().name());
      var values =
          all.expressions.list(action.expression()).subList(guards, action.expression().size());
      for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
        Span span = columns.get(i).span().to(values.get(i).span());
        assignments.add(new Assignment(columns.get(i), values.get(i), span));
      }
    }
    return new Merge(
        when,
        guards == 0 ? Optional.empty() : all.expressions.optional(action.expression(0)),
        verb,
        action.STAR() != null,
        assignments,
        all.text.span(action));
  }

  private List<Assignment> assignments(List<AssignmentContext> assignments) {
    return assignments.stream().map(this::assignment).toList();
  }

  private Assignment assignment(AssignmentContext assignment) {
    return new Assignment(
        all.names.name(assignment.name()),
        all.expressions.expression(assignment.expression()),
        all.text.span(assignment));
  }

  private Statement update(UpdateContext update, List<CommonTable> with, Span span) {
    return new Manipulation.Update(
        with,
        all.names.name(update.name()),
        all.relations.alias(update.tableAlias()),
        assignments(update.assignment()),
        all.expressions.optional(update.expression()),
        span);
  }

  private Statement delete(DeleteFromContext delete, List<CommonTable> with, Span span) {
    return new Manipulation.Delete(
        with,
        all.names.name(delete.name()),
        all.relations.alias(delete.tableAlias()),
        all.expressions.optional(delete.expression()),
        span);
  }

  Statement copy(CopyIntoContext copy) {
    SqlNode source =
        copy.query() != null
            ? all.queries.query(copy.query())
            : copy.text() != null ? all.text.literal(copy.text()) : all.names.name(copy.name(1));
    List<Clause> clauses = new ArrayList<>();
    for (var credentials : copy.credentialBlock()) {
      clauses.add(other(credentials));
    }
    copy.copyOption().forEach(o -> clauses.add(other(o)));
    return new Manipulation.Copy(
        "COPY INTO",
        all.names.name(copy.name(0)),
        columns(copy.columnNames()),
        source,
        clauses,
        all.text.span(copy));
  }

  private Clause other(ParserRuleContext rule) {
    return new Clause.Other(Clauses.word(rule), all.parts.of(rule), all.text.span(rule));
  }

  Statement load(LoadDataContext load) {
    return new Manipulation.Copy(
        "LOAD DATA",
        all.names.name(load.name()),
        List.of(),
        all.text.literal(load.text()),
        List.of(),
        all.text.span(load));
  }

  Statement changes(ApplyChangesContext changes) {
    String kind = changes.AUTO() != null ? "AUTO CDC INTO" : "APPLY CHANGES INTO";
    return changes(
        kind, all.names.name(changes.name()), changes.changesSource(), all.text.span(changes));
  }

  /**
   * Of a flow, or of a streaming table with a flow of its own.
   *
   * @param into the table unless the changes name one
   */
  Statement changes(ChangesContext changes, Name into) {
    String kind = changes.AUTO() != null ? "AUTO CDC INTO" : "APPLY CHANGES INTO";
    Name target = all.names.optional(changes.name()).orElse(into);
    return changes(kind, target, changes.changesSource(), all.text.span(changes));
  }

  private Statement changes(String kind, Name target, ChangesSourceContext source, Span span) {
    List<Expression> keys = new ArrayList<>();
    List<Clause> clauses = new ArrayList<>();
    for (ChangesClauseContext clause : source.changesClause()) {
      if (clause.KEYS() != null) {
        keys.addAll(all.expressions.list(clause.expression()));
      } else {
        clauses.add(other(clause));
      }
    }
    Relation relation = all.relations.relation(source.relation());
    return new Manipulation.ApplyChanges(kind, target, relation, keys, clauses, span);
  }
}
