package dev.bylaw.rules.sql.dialect;

import dev.bylaw.rules.sql.ast.Assignment;
import dev.bylaw.rules.sql.ast.ColumnDefinition;
import dev.bylaw.rules.sql.ast.CommonTable;
import dev.bylaw.rules.sql.ast.Definition;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Manipulation;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Query;
import dev.bylaw.rules.sql.ast.Relation;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import net.sf.jsqlparser.statement.create.view.CreateView;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.drop.Drop;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.truncate.Truncate;
import net.sf.jsqlparser.statement.update.Update;

/** Statements. */
final class Statements {
  private final Spots spots;
  private final Queries queries;
  private final Span span;

  Statements(Span span) {
    this.span = span;
    this.spots = new Spots(span);
    this.queries = new Queries(spots);
  }

  Statement of(net.sf.jsqlparser.statement.Statement statement) {
    if (statement instanceof Select select) {
      return new Statement.Rows(queries.query(select, span), span);
    } else if (statement instanceof CreateTable create) {
      return createTable(create);
    } else if (statement instanceof CreateView create) {
      return createView(create);
    } else if (statement instanceof Insert insert) {
      return insert(insert);
    } else if (statement instanceof Update update) {
      return update(update);
    } else if (statement instanceof Delete delete) {
      return delete(delete);
    } else if (statement instanceof Merge merge) {
      return merge(merge);
    } else if (statement instanceof Drop drop) {
      return drop(drop);
    } else if (statement instanceof Truncate truncate && truncate.getTable() != null) {
      Name name = queries.name(truncate.getTable(), span);
      return new Statement.Command("TRUNCATE TABLE", "TABLE", Optional.of(name), List.of(), span);
    }
    throw new UnreadableException("a statement " + statement.getClass().getSimpleName());
  }

  private Statement createTable(CreateTable create) {
    Name name = queries.name(create.getTable(), span);
    List<ColumnDefinition> columns = new ArrayList<>();
    if (create.getColumnDefinitions() != null) {
      columns.addAll(
          new ColumnPlaces(span, create.getTable()).columns(create.getColumnDefinitions()));
    }
    Optional<Query> query =
        Optional.ofNullable(create.getSelect()).map(select -> queries.query(select, span));
    return new Definition.Create(
        "TABLE",
        span,
        name,
        create.isOrReplace() ? Optional.of(span) : Optional.empty(),
        create.isIfNotExists() ? Optional.of(span) : Optional.empty(),
        List.of(),
        columns,
        List.of(),
        List.of(),
        query,
        Optional.empty(),
        span);
  }

  private Statement createView(CreateView create) {
    List<ColumnDefinition> columns = new ArrayList<>();
    if (create.getColumnNames() != null) {
      create
          .getColumnNames()
          .forEach(
              c -> {
                Identifier name = spots.name(c, List.of(c.getColumnName()), span).last();
                columns.add(ColumnDefinition.of(name, Optional.empty(), name.span()));
              });
    }
    return new Definition.Create(
        create.isMaterialized() ? "MATERIALIZED VIEW" : "VIEW",
        span,
        queries.name(create.getView(), span),
        create.isOrReplace() ? Optional.of(span) : Optional.empty(),
        create.isIfNotExists() ? Optional.of(span) : Optional.empty(),
        List.of(),
        columns,
        List.of(),
        List.of(),
        Optional.of(queries.query(create.getSelect(), span)),
        Optional.empty(),
        span);
  }

  private Statement insert(Insert insert) {
    if (insert.getSelect() == null || insert.getTable() == null) {
      throw new UnreadableException("an INSERT without a query");
    }
    List<Identifier> columns = new ArrayList<>();
    if (insert.getColumns() != null) {
      insert
          .getColumns()
          .forEach(c -> columns.add(spots.name(c, List.of(c.getColumnName()), span).last()));
    }
    return new Manipulation.Insert(
        queries.with(insert.getWithItemsList(), span),
        insert.isOverwrite(),
        queries.name(insert.getTable(), span),
        columns,
        List.of(),
        false,
        Optional.empty(),
        queries.query(insert.getSelect(), span),
        span);
  }

  private Statement update(Update update) {
    if (update.getFromItem() != null || update.getStartJoins() != null) {
      throw new UnreadableException("an UPDATE of several tables");
    }
    List<Assignment> assignments = new ArrayList<>();
    update
        .getUpdateSets()
        .forEach(
            set -> {
              for (int i = 0; i < set.getColumns().size(); i++) {
                var column = set.getColumn(i);
                Name name = spots.name(column, List.of(column.getColumnName()), span);
                int value = Math.min(i, set.getValues().size() - 1);
                Expression expression = queries.expressions().of(set.getValue(value), span);
                assignments.add(new Assignment(name, expression, span));
              }
            });
    return new Manipulation.Update(
        queries.with(update.getWithItemsList(), span),
        queries.name(update.getTable(), span),
        Optional.empty(),
        assignments,
        queries.expressions().optional(update.getWhere(), span),
        span);
  }

  private Statement delete(Delete delete) {
    if (delete.getTable() == null
        || delete.getUsingFromItemList() != null
        || delete.getJoins() != null) {
      throw new UnreadableException("a DELETE of several tables");
    }
    return new Manipulation.Delete(
        queries.with(delete.getWithItemsList(), span),
        queries.name(delete.getTable(), span),
        Optional.empty(),
        queries.expressions().optional(delete.getWhere(), span),
        span);
  }

  private Statement merge(Merge merge) {
    List<CommonTable> with = queries.with(merge.getWithItemsList(), span);
    Relation source = queries.relation(merge.getFromItem(), span);
    return new Manipulation.MergeInto(
        with,
        queries.name(merge.getTable(), span),
        Optional.empty(),
        source,
        queries.expressions().of(merge.getOnCondition(), span),
        List.of(),
        span);
  }

  private Statement drop(Drop drop) {
    String type = drop.getType() == null ? "TABLE" : drop.getType().toUpperCase(Locale.ROOT);
    List<SqlNode> more = new ArrayList<>();
    drop.getNames().stream().skip(1).forEach(n -> more.add(queries.name(n, span)));
    return new Definition.Drop(
        "DROP",
        type,
        span,
        queries.name(drop.getName(), span),
        drop.isIfExists(),
        false,
        more,
        span);
  }
}
