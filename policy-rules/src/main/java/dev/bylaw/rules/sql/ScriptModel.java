package dev.bylaw.rules.sql;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.sql.ast.Definition;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.lineage.Tables;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the statements of a script say together. */
final class ScriptModel {
  private static final Map<String, String> TABLES =
      Map.of(
          "CREATE TABLE", "table",
          "CREATE VIEW", "view",
          "CREATE STREAMING TABLE", "streaming table",
          "CREATE MATERIALIZED VIEW", "materialized view");
  private static final Set<String> ALTERED =
      Set.of("ALTER TABLE", "ALTER VIEW", "ALTER STREAMING TABLE", "ALTER MATERIALIZED VIEW");

  private static final List<String> SAID =
      List.of("comment", "properties", "location", "partitionedBy", "expectations");

  private final Span span;
  private final String dialect;
  private final Set<Span> fallback;
  private final Namespace namespace = new Namespace();
  private final Tables known = new Tables(this::fullName);
  private final Derived derived = new Derived(this::fullName, known);
  private final List<Located> statements = new ArrayList<>();
  private final List<Tree> tables = new ArrayList<>();
  private final Map<String, List<Tree>> tablesByName = new HashMap<>();
  private final List<Located> grants = new ArrayList<>();

  /**
   * Of a script without statements.
   *
   * @param fallback places of queries that only the fall-back parser could read
   */
  ScriptModel(SourceFile file, String dialect, Set<Span> fallback) {
    this.span = file.span();
    this.dialect = dialect;
    this.fallback = Set.copyOf(fallback);
  }

  private String fullName(Name name) {
    return namespace.resolve(name, "TABLE").orElseGet(name::text);
  }

  /** The tables that the lineage of the statements knows, to begin with and at the end. */
  Tables known() {
    return known;
  }

  /** A statement of the script, with those inside it behind it. */
  void add(Statement statement) {
    add(statement, OptionalInt.empty(), true);
  }

  /**
   * Adds a statement.
   *
   * @param within the statement that it stands in
   * @param runs whether it runs with the script; what a procedure does, it does when it is called
   */
  private void add(Statement statement, OptionalInt within, boolean runs) {
    int index = statements.size();
    StatementModel model = new StatementModel(statement, index, namespace);
    if (fallback.contains(statement.span())) {
      model.tree.put("fallback", true, model.span);
    }
    within.ifPresent(i -> model.tree.put("within", i, model.span));
    if (runs) {
      together(model);
      derived.lineage(statement).ifPresent(columns -> model.tree.put("lineage", columns));
    }
    if (runs && within.isEmpty()) {
      derived.apply(statement);
    }
    statements.add(model.tree.build());
    OptionalInt here = OptionalInt.of(index);
    if (statement instanceof Statement.Command command && runs) {
      namespace.follow(command);
    } else if (statement instanceof Statement.Script script) {
      script.statements().forEach(s -> add(s, here, runs));
    } else if (statement instanceof Definition.Create create) {
      create.flow().ifPresent(s -> add(s, here, runs));
    } else if (statement instanceof Definition.CreateFunction function
        && function.body().orElse(null) instanceof Statement body) {
      add(body, here, false);
    }
  }

  private void together(StatementModel statement) {
    Tree target = statement.target;
    if (target == null) {
      return;
    }
    Optional<String> type = Optional.ofNullable(TABLES.get(statement.kind));
    if (type.isPresent()) {
      created(statement, target, type.get());
    } else if (statement.kind.equals("COMMENT ON")) {
      amend(target, "comment", statement.tree.get("comment"));
    } else if (ALTERED.contains(statement.kind)) {
      amend(target, "owner", statement.tree.get("owner"));
    } else if (statement.kind.equals("GRANT")) {
      granted(statement);
    }
  }

  private void created(StatementModel statement, Tree target, String type) {
    Tree table = new Tree(statement.span);
    for (String key : List.of("name", "fullName", "resolved", "catalog", "schema")) {
      table.put(key, target.get(key));
    }
    Located typed = target.get("type");
    table.put("type", type, typed == null ? statement.span : typed.span());
    table.put("statement", statements.size(), statement.span);
    for (String key : SAID) {
      table.put(key, statement.tree.get(key));
    }
    Located columns = statement.tree.get("columns");
    table.put("columns", columns == null ? Tree.list(List.of(), statement.span) : columns);
    tables.add(table);
    tablesByName.computeIfAbsent(key(table), k -> new ArrayList<>()).add(table);
  }

  private void amend(Tree target, String key, @Nullable Located value) {
    Located type = target.get("type");
    if (type != null && TABLES.containsKey("CREATE " + text(type))) {
      tablesByName.getOrDefault(key(target), List.of()).forEach(t -> t.put(key, value));
    }
  }

  private static String text(Located value) {
    return value.value() instanceof RegoString text ? text.value() : "";
  }

  /** One table may be named in several ways. */
  private static String key(Tree table) {
    Located name = table.get("resolved");
    Located written = name == null ? table.get("fullName") : name;
    return written == null ? "" : Namespace.key(text(written));
  }

  private void granted(StatementModel statement) {
    Tree grant = new Tree(statement.span);
    for (String key : List.of("privileges", "securable", "principals")) {
      grant.put(key, statement.tree.get(key));
    }
    grants.add(grant.put("statement", statements.size(), statement.span).build());
  }

  Located.Object build() {
    return new Tree(span)
        .put("dialect", dialect, span)
        .put("statements", Tree.list(statements, span))
        .put("tables", Tree.list(tables.stream().map(Tree::build).toList(), span))
        .put("grants", Tree.list(grants, span))
        .put("state", derived.state(span))
        .build();
  }
}
