package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.ast.Change;
import dev.bylaw.rules.sql.ast.Change.ColumnChange;
import dev.bylaw.rules.sql.ast.Definition;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an ALTER statement does. What it sets stands under the same keys as in a CREATE statement,
 * and every change is an element of {@code changes}.
 */
final class ChangeModel {
  private final DefinitionModel definition;
  private final Tree tree;
  private final List<Located> changes = new ArrayList<>();

  ChangeModel(DefinitionModel definition, Tree tree) {
    this.definition = definition;
    this.tree = tree;
  }

  void describe(Definition.Alter alter) {
    tree.put("ifExists", alter.ifExists(), alter.span());
    alter.changes().stream().flatMap(ChangeModel::single).forEach(this::change);
    tree.put("changes", Tree.list(changes, alter.span()));
  }

  /** Several columns may change at once. */
  private static Stream<Change> single(Change change) {
    return change instanceof Change.Other other && other.action().equals("ALTER COLUMNS")
        ? other.children().stream().filter(Change.class::isInstance).map(Change.class::cast)
        : Stream.of(change);
  }

  private void change(Change change) {
    Tree out = new Tree(change.span());
    if (change instanceof Change.AlterColumn column) {
      out.put("action", "ALTER COLUMN", change.span()).put("column", Values.text(column.column()));
      column.changes().forEach(c -> column(c, out));
    } else if (change instanceof Change.AddColumns added) {
      out.put("action", added.replace() ? "REPLACE COLUMNS" : "ADD COLUMNS", change.span());
      out.put("columns", definition.columns(added.columns()));
    } else if (change instanceof Change.DropColumns dropped) {
      out.put("action", "DROP COLUMNS", change.span());
      out.put("dropped", Values.written(dropped.columns(), change.span()));
    } else if (change instanceof Change.RenameColumn renamed) {
      out.put("action", "RENAME COLUMN", change.span());
      out.put("column", Values.text(renamed.column())).put("to", Values.text(renamed.to()));
    } else if (change instanceof Change.Rename renamed) {
      out.put("action", "RENAME", change.span()).put("to", Values.text(renamed.to()));
    } else {
      object(change, out);
    }
    changes.add(out.build());
  }

  private void object(Change change, Tree out) {
    Span span = change.span();
    if (change instanceof Change.SetOwner owner) {
      out.put("action", "SET OWNER", span).put("to", Values.text(owner.owner()));
      tree.put("owner", Values.text(owner.owner()));
    } else if (change instanceof Change.SetTags tags) {
      Located values = Values.properties(tags.tags(), span);
      out.put("action", "SET TAGS", span).put("tags", values);
      tree.put("tags", values);
    } else if (change instanceof Change.UnsetTags tags) {
      out.put("action", "UNSET TAGS", span).put("unset", Values.texts(tags.tags(), span));
    } else if (change instanceof Change.SetProperties properties) {
      out.put("action", "SET " + properties.word(), span);
      definition.properties(properties.word(), Values.properties(properties.properties(), span));
    } else if (change instanceof Change.UnsetProperties properties) {
      out.put("action", "UNSET PROPERTIES", span);
      out.put("unset", Values.texts(properties.properties(), span));
    } else if (change instanceof Change.AddConstraint added) {
      out.put("action", "ADD CONSTRAINT", span);
      out.put("constraint", ColumnModel.constraint(added.constraint()));
    } else {
      rest(change, out);
    }
  }

  private void rest(Change change, Tree out) {
    Span span = change.span();
    if (change instanceof Change.DropConstraint dropped) {
      out.put("action", "DROP CONSTRAINT", span);
      dropped.name().ifPresent(n -> out.put("dropped", Values.texts(List.of(n), span)));
    } else if (change instanceof Change.SetClause clause) {
      out.put("action", "SET", span);
      definition.clause(clause.clause());
    } else if (change instanceof Change.DropRowFilter) {
      out.put("action", "DROP ROW FILTER", span);
    } else if (change instanceof Change.Shared shared) {
      out.put("action", shared.action(), span).put("object", Values.text(shared.object()));
      out.put("history", shared.history(), span);
      out.put("partitioned", !shared.partition().isEmpty(), span);
    } else if (change instanceof Change.SetQuery) {
      out.put("action", "SET QUERY", span);
    } else if (change instanceof Change.Other other) {
      out.put("action", other.action(), span);
    }
  }

  private static void column(ColumnChange change, Tree out) {
    Span span = change.span();
    if (change instanceof ColumnChange.SetType type) {
      out.put("type", Values.written(type.type()));
    } else if (change instanceof ColumnChange.SetComment comment) {
      out.put("comment", Values.text(comment.comment()));
    } else if (change instanceof ColumnChange.SetNullable nullable) {
      out.put("nullable", nullable.nullable(), span);
    } else if (change instanceof ColumnChange.SetDefault value) {
      value
          .value()
          .ifPresentOrElse(
              e -> out.put("default", Values.written(e)), () -> out.put("dropDefault", true, span));
    } else if (change instanceof ColumnChange.SetMask mask) {
      mask.mask()
          .ifPresentOrElse(
              m -> out.put("mask", ColumnModel.mask(m)), () -> out.put("dropMask", true, span));
    } else if (change instanceof ColumnChange.SetColumnTags tags) {
      out.put("tags", Values.properties(tags.tags(), span));
    } else if (change instanceof ColumnChange.UnsetColumnTags tags) {
      out.put("unset", Values.texts(tags.tags(), span));
    }
  }
}
