package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Change;
import dev.bylaw.rules.sql.ast.Change.ColumnChange;
import dev.bylaw.rules.sql.ast.ColumnDefinition;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.AlterActionContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ColumnActionContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ColumnChangeContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.HiveColumnContext;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** What ALTER TABLE does to columns that are there. */
final class ColumnChanges {
  private final Builders all;

  ColumnChanges(Builders all) {
    this.all = all;
  }

  Optional<Change> change(AlterActionContext action, Span span) {
    if (action.RENAME() != null && action.COLUMN() != null) {
      return Optional.of(
          new Change.RenameColumn(
              all.names.name(action.name(0)), all.text.identifier(action.identifier()), span));
    }
    if (action.DROP() != null && (action.COLUMN() != null || action.COLUMNS() != null)) {
      List<Name> columns =
          all.names.names(
              action.columnNames() == null ? action.name() : action.columnNames().name());
      return Optional.of(new Change.DropColumns(columns, span));
    }
    if (action.CHANGE() != null) {
      Name column = all.names.name(action.name(0));
      return Optional.of(
          new Change.AlterColumn(
              column,
              action.hiveColumn() == null
                  ? changes(action.columnAction())
                  : hive(column, action.hiveColumn()),
              span));
    }
    if (action.columnChanges() == null) {
      return Optional.empty();
    }
    ColumnChangeContext first = action.columnChanges().columnChange(0);
    return Optional.of(
        action.columnChanges().columnChange().size() == 1
            ? altered(first, span)
            : new Change.Other(
                "ALTER COLUMNS",
                action.columnChanges().columnChange().stream()
                    .<SqlNode>map(c -> altered(c, all.text.span(c)))
                    .toList(),
                span));
  }

  private Change altered(ColumnChangeContext change, Span span) {
    return new Change.AlterColumn(
        all.names.name(change.name()), changes(change.columnAction()), span);
  }

  private List<ColumnChange> changes(List<ColumnActionContext> actions) {
    return actions.stream().flatMap(a -> changes(a).stream()).toList();
  }

  private List<ColumnChange> changes(ColumnActionContext action) {
    Span span = all.text.span(action);
    List<ColumnChange> changes = new ArrayList<>();
    if (action.dataType() != null) {
      Span type = all.text.span(action.dataType());
      changes.add(
          new ColumnChange.SetType(
              all.types.type(action.dataType()),
              action.TYPE() == null ? type : all.text.span(action.TYPE()).to(type)));
    }
    if (action.comment() != null) {
      all.clauses
          .text(action.comment())
          .ifPresent(
              t -> changes.add(new ColumnChange.SetComment(t, all.text.span(action.comment()))));
    }
    if (!changes.isEmpty()) {
      return changes;
    }
    return List.of(single(action, span));
  }

  private ColumnChange single(ColumnActionContext action, Span span) {
    if (action.NULL() != null) {
      return new ColumnChange.SetNullable(action.DROP() != null, span);
    }
    if (action.DEFAULT() != null) {
      return new ColumnChange.SetDefault(all.expressions.optional(action.expression()), span);
    }
    if (action.mask() != null || action.MASK() != null) {
      return new ColumnChange.SetMask(
          Optional.ofNullable(action.mask()).map(all.clauses::mask), span);
    }
    if (action.tagList() != null) {
      return new ColumnChange.SetColumnTags(
          all.clauses.properties(action.tagList().properties()), span);
    }
    if (action.propertyKeys() != null) {
      return new ColumnChange.UnsetColumnTags(all.alterations.keys(action.propertyKeys()), span);
    }
    ParserRuleContext rule = action.columnPosition() != null ? action.columnPosition() : action;
    return new ColumnChange.OtherColumnChange(Clauses.word(rule), all.parts.of(action), span);
  }

  /** {@code CHANGE a b INT}: the column gets another name and is defined anew. */
  private List<ColumnChange> hive(Name column, HiveColumnContext changed) {
    ColumnDefinition definition =
        all.columns.column(
            all.text.identifier(changed.identifier()),
            all.types.optional(changed.dataType()),
            changed.columnOption(),
            all.text.span(changed));
    List<ColumnChange> changes = new ArrayList<>();
    if (!definition.name().key().equals(column.last().key())) {
      changes.add(
          new ColumnChange.OtherColumnChange(
              "RENAME", List.of(definition.name()), definition.name().span()));
    }
    definition.type().ifPresent(t -> changes.add(new ColumnChange.SetType(t, t.span())));
    definition.comment().ifPresent(c -> changes.add(new ColumnChange.SetComment(c, c.span())));
    definition.notNull().ifPresent(s -> changes.add(new ColumnChange.SetNullable(false, s)));
    definition
        .mask()
        .ifPresent(m -> changes.add(new ColumnChange.SetMask(Optional.of(m), m.span())));
    return changes;
  }
}
