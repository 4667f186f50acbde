package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Change;
import dev.bylaw.rules.sql.ast.Clause;
import dev.bylaw.rules.sql.ast.Definition;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Property;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.AlterActionContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.AlterContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PropertyKeysContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.SharedOptionContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.TagStatementContext;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** ALTER statements, and those that set tags. */
final class Alterations {
  private final Builders all;

  Alterations(Builders all) {
    this.all = all;
  }

  Definition alter(AlterContext alter) {
    return new Definition.Alter(
        "ALTER",
        Securables.type(all.text, alter.objectType()),
        all.text.span(alter.objectType()),
        all.names.name(alter.name()),
        alter.ifExists() != null,
        alter.alterAction().stream().map(this::change).toList(),
        all.text.span(alter));
  }

  Definition tags(TagStatementContext statement) {
    List<Property> tags = statement.property().stream().map(all.clauses::property).toList();
    Span span = tags.get(0).span().to(tags.get(tags.size() - 1).span());
    Change change =
        statement.SET() != null
            ? new Change.SetTags(tags, span)
            : new Change.UnsetTags(tags.stream().map(Property::key).toList(), span);
    return new Definition.Alter(
        statement.SET() != null ? "SET TAG ON" : "UNSET TAG ON",
        Securables.type(all.text, statement.objectType()),
        all.text.span(statement.objectType()),
        all.names.name(statement.name()),
        false,
        List.of(change),
        all.text.span(statement));
  }

  private Change change(AlterActionContext action) {
    Span span = all.text.span(action);
    if (action.principal() != null) {
      return new Change.SetOwner(all.securables.principal(action.principal()), span);
    }
    if (action.addedColumns() != null) {
      var columns = action.addedColumns().addedColumn().stream().map(all.columns::column).toList();
      return new Change.AddColumns(columns, action.REPLACE() != null, span);
    }
    Optional<Change> column = all.columnChanges.change(action, span);
    if (column.isPresent()) {
      return column.get();
    }
    if (action.RENAME() != null && action.name().size() == 1 && action.COLUMN() == null) {
      return new Change.Rename(all.names.name(action.name(0)), span);
    }
    if (action.tableConstraint() != null) {
      return new Change.AddConstraint(all.columns.constraint(action.tableConstraint()), span);
    }
    if (action.CONSTRAINT() != null || action.KEY() != null) {
      return new Change.DropConstraint(
          all.names.identifier(action.identifier()), all.names.identifiers(action.names()), span);
    }
    return properties(action, span)
        .or(() -> clause(action, span))
        .orElseGet(() -> other(action, span));
  }

  private Optional<Change> properties(AlterActionContext action, Span span) {
    if (action.tagList() != null) {
      return Optional.of(
          new Change.SetTags(all.clauses.properties(action.tagList().properties()), span));
    }
    if (action.propertyKeys() != null) {
      List<Identifier> keys = keys(action.propertyKeys());
      return Optional.of(
          action.TAGS() != null
              ? new Change.UnsetTags(keys, span)
              : new Change.UnsetProperties(keys, span));
    }
    if (action.propertySet() != null) {
      ParseTree first = action.propertySet().getChild(0);
      String word = first instanceof TerminalNode node ? upper(node) : "TBLPROPERTIES";
      return Optional.of(
          new Change.SetProperties(
              word, all.clauses.properties(action.propertySet().properties()), span));
    }
    if (action.optionList() != null || action.propertyList() != null) {
      var list =
          action.optionList() != null
              ? action.optionList().properties()
              : action.propertyList().properties();
      String word = action.optionList() != null ? "OPTIONS" : "TBLPROPERTIES";
      return Optional.of(new Change.SetProperties(word, all.clauses.properties(list), span));
    }
    return Optional.empty();
  }

  List<Identifier> keys(PropertyKeysContext keys) {
    return keys.propertyKey().stream().map(all.names::key).toList();
  }

  private Optional<Change> clause(AlterActionContext action, Span span) {
    if (action.rowFilter() != null) {
      return set(all.clauses.filter(action.rowFilter()), span);
    }
    if (action.ROW() != null) {
      return Optional.of(new Change.DropRowFilter(span));
    }
    if (action.clusterBy() != null) {
      return set(all.clauses.cluster(action.clusterBy()), span);
    }
    if (action.comment() != null) {
      return set(all.clauses.comment(action.comment()), span);
    }
    if (action.location().size() == 1 && action.partitionSpec().isEmpty()) {
      return set(all.clauses.location(action.location(0)), span);
    }
    if (action.COLLATION() != null || action.COLLATE() != null) {
      return set(new Clause.Collation(all.names.name(action.name(0)), span), span);
    }
    return action.query() == null
        ? Optional.empty()
        : Optional.of(new Change.SetQuery(all.queries.query(action.query()), span));
  }

  private static Optional<Change> set(Clause clause, Span span) {
    return Optional.of(new Change.SetClause(clause, span));
  }

  private Change shared(AlterActionContext action, Span span) {
    String verb = upper((TerminalNode) action.getChild(0));
    List<SqlNode> partition = new ArrayList<>();
    List<SqlNode> options = new ArrayList<>();
    boolean history = false;
    for (SharedOptionContext option : action.sharedOption()) {
      history |= option.WITH() != null && option.HISTORY() != null;
      (option.partitionSpec() == null ? options : partition).addAll(all.parts.of(option));
    }
    return new Change.Shared(
        verb + " " + Columns.words(action.sharedType()),
        all.names.name(action.name(0)),
        history,
        partition,
        options,
        span);
  }

  private Change other(AlterActionContext action, Span span) {
    if (action.sharedType() != null) {
      return shared(action, span);
    }
    List<String> words = new ArrayList<>();
    for (ParseTree child : action.children) {
      if (words.size() == 2) {
        break;
      }
      if (child instanceof TerminalNode node) {
        words.add(upper(node));
      } else if (child instanceof DatabricksSqlParser.PartitionSpecContext) {
        words.add("PARTITION");
      } else if (child instanceof DatabricksSqlParser.ScheduleContext) {
        words.add("SCHEDULE");
      } else if (child instanceof DatabricksSqlParser.AnyWordContext word) {
        words.add(word.getText().toUpperCase(Locale.ROOT));
      }
    }
    return new Change.Other(String.join(" ", words), all.parts.of(action), span);
  }

  private static String upper(@Nullable TerminalNode node) {
    return node == null ? "" : node.getText().toUpperCase(Locale.ROOT);
  }
}
