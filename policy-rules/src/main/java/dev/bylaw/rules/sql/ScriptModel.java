package dev.bylaw.rules.sql;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the statements of a script say together. */
final class ScriptModel {
  private final Span span;
  private final List<Located> statements = new ArrayList<>();
  private final List<Tree> tables = new ArrayList<>();
  private final List<Located> grants = new ArrayList<>();

  ScriptModel(SourceFile file) {
    this.span = file.span();
  }

  int size() {
    return statements.size();
  }

  void add(StatementModel statement) {
    Tree target = statement.target;
    if (target != null) {
      switch (statement.kind) {
        case "CREATE TABLE" -> created(statement, target, "table");
        case "CREATE VIEW" -> created(statement, target, "view");
        case "COMMENT ON" -> amend(target, "comment", statement.tree.get("comment"));
        case "ALTER TABLE", "ALTER VIEW" -> amend(target, "owner", statement.tree.get("owner"));
        case "GRANT" -> granted(statement);
        default -> {}
      }
    }
    statements.add(statement.tree.build());
  }

  private void created(StatementModel statement, Tree target, String type) {
    Tree table = new Tree(statement.span);
    for (String key : List.of("name", "fullName", "catalog", "schema")) {
      table.put(key, target.get(key));
    }
    Located typed = target.get("type");
    table.put("type", type, typed == null ? statement.span : typed.span());
    table.put("statement", size(), statement.span);
    table.put("comment", statement.tree.get("comment"));
    Located columns = statement.tree.get("columns");
    table.put("columns", columns == null ? Tree.list(List.of(), statement.span) : columns);
    tables.add(table);
  }

  private void amend(Tree target, String key, @Nullable Located value) {
    if (!List.of("table", "view").contains(text(target, "type"))) {
      return;
    }
    for (Tree table : tables) {
      if (text(table, "fullName").equals(text(target, "fullName"))) {
        table.put(key, value);
      }
    }
  }

  private void granted(StatementModel statement) {
    Tree grant = new Tree(statement.span);
    for (String key : List.of("privileges", "securable", "principals")) {
      grant.put(key, statement.tree.get(key));
    }
    grants.add(grant.put("statement", size(), statement.span).build());
  }

  /** Lower case: names do not tell cases apart. */
  private static String text(Tree tree, String key) {
    Located value = tree.get(key);
    return value != null && value.value() instanceof RegoString text
        ? text.value().toLowerCase(Locale.ROOT)
        : "";
  }

  Located.Object build() {
    return new Tree(span)
        .put("dialect", "databricks", span)
        .put("statements", Tree.list(statements, span))
        .put("tables", Tree.list(tables.stream().map(Tree::build).toList(), span))
        .put("grants", Tree.list(grants, span))
        .build();
  }
}
