package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.ast.Clause;
import dev.bylaw.rules.sql.ast.ColumnDefinition;
import dev.bylaw.rules.sql.ast.Constraint;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.List;

/** Columns and constraints as the input document shows them. */
final class ColumnModel {
  private ColumnModel() {}

  static Located column(ColumnDefinition column) {
    Tree tree = new Tree(column.span());
    tree.put("name", Values.text(column.name()));
    column.type().ifPresent(t -> tree.put("type", Values.written(t)));
    column
        .type()
        .ifPresent(
            t ->
                tree.put(
                    "nullable",
                    column.notNull().isEmpty(),
                    column.notNull().orElse(column.span())));
    column.comment().ifPresent(c -> tree.put("comment", Values.text(c)));
    column.defaultValue().ifPresent(e -> tree.put("default", Values.written(e)));
    column.generated().ifPresent(e -> tree.put("generated", Values.written(e)));
    column.identity().ifPresent(s -> tree.put("identity", true, s));
    column.mask().ifPresent(m -> tree.put("mask", mask(m)));
    column.collation().ifPresent(c -> tree.put("collation", Values.text(c)));
    if (!column.tags().isEmpty()) {
      tree.put("tags", Values.properties(column.tags(), column.span()));
    }
    return tree.build();
  }

  static Located mask(Clause.Mask mask) {
    return new Tree(mask.span())
        .put("function", Values.text(mask.function()))
        .put("columns", Values.written(mask.arguments(), mask.span()))
        .build();
  }

  static Located constraint(Constraint constraint) {
    Tree tree = new Tree(constraint.span());
    constraint.name().ifPresent(n -> tree.put("name", Values.text(n)));
    Span span = constraint.span();
    if (constraint instanceof Constraint.Key key) {
      tree.put("type", key.primary() ? "PRIMARY KEY" : "UNIQUE", span);
      tree.put("columns", Values.texts(key.columns(), span));
      options(tree, key.options(), span);
    } else if (constraint instanceof Constraint.ForeignKey key) {
      tree.put("type", "FOREIGN KEY", span);
      tree.put("columns", Values.texts(key.columns(), span));
      tree.put("references", Values.text(key.table()));
      tree.put("referencedColumns", Values.texts(key.references(), key.table().span()));
      options(tree, key.options(), span);
    } else if (constraint instanceof Constraint.Check check) {
      tree.put("type", "CHECK", span).put("condition", Values.written(check.condition()));
      options(tree, check.options(), span);
    } else if (constraint instanceof Constraint.Expectation expectation) {
      tree.put("condition", Values.written(expectation.condition()));
      String action =
          expectation.onViolation().map(v -> v.equals("DROP ROW") ? "DROP" : "FAIL").orElse("WARN");
      tree.put("action", action, span);
    }
    return tree.build();
  }

  private static void options(Tree tree, List<String> options, Span span) {
    List<Located.Scalar> texts = options.stream().map(o -> Tree.text(o, span)).toList();
    tree.put("options", Tree.list(texts, span));
  }
}
