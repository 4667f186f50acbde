package dev.bylaw.rules.sql.state;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.sql.ast.Clause;
import dev.bylaw.rules.sql.ast.Constraint;
import dev.bylaw.rules.sql.ast.Definition;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Privilege;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Applies statements in their order, and knows the tables and views that they leave behind. What
 * was there before is not known. Not thread-safe.
 */
public final class Catalog {
  private static final Set<String> TABLES =
      Set.of("TABLE", "VIEW", "MATERIALIZED VIEW", "STREAMING TABLE");

  private final Function<Name, String> fullName;
  private final Map<String, TableState> tables = new LinkedHashMap<>();
  private final List<Located> unapplied = new ArrayList<>();

  /**
   * Without any table.
   *
   * @param fullName what a name means, with what USE says
   */
  public Catalog(Function<Name, String> fullName) {
    this.fullName = fullName;
  }

  /** The tables and views, in the order in which they were made. */
  public List<Located.Object> tables() {
    return tables.values().stream().map(TableState::located).toList();
  }

  /** Statements of which it is not known what they do to the tables. */
  public List<Located> unapplied() {
    return List.copyOf(unapplied);
  }

  private String key(Name name) {
    return fullName.apply(name).toLowerCase(Locale.ROOT);
  }

  /** Runs a statement. */
  public void apply(Statement statement) {
    if (statement instanceof Definition.Create create && TABLES.contains(create.type())) {
      create(create);
    } else if (statement instanceof Definition.Drop drop) {
      drop(drop);
    } else if (statement instanceof Definition.Alter alter) {
      alter(alter);
    } else if (statement instanceof Definition.CommentOn comment) {
      comment(comment);
    } else if (statement instanceof Statement.Grants grants) {
      grants.name().map(this::key).map(tables::get).ifPresent(table -> grant(table, grants));
    } else if (statement instanceof Statement.Script script) {
      script(script);
    } else if (statement instanceof Statement.Unread unread) {
      unapplied(unread);
    }
  }

  /** What stands in a condition or a loop may run or not. */
  private void script(Statement.Script script) {
    if (script.kind().startsWith("BEGIN") || script.kind().equals("EXECUTE IMMEDIATE")) {
      script.statements().forEach(this::apply);
    } else {
      unapplied(script);
    }
  }

  private void unapplied(Statement statement) {
    Map<String, Located> out = new LinkedHashMap<>();
    out.put("kind", SubjectDocument.text(statement.kind(), statement.span()));
    if (statement instanceof Statement.Unread unread) {
      unread
          .target()
          .ifPresent(
              name -> out.put("target", SubjectDocument.text(fullName.apply(name), name.span())));
    }
    unapplied.add(SubjectDocument.object(statement.span(), out));
  }

  private void create(Definition.Create create) {
    String key = key(create.name());
    Optional<TableState> before = Optional.ofNullable(tables.get(key));
    if (before.isPresent() && create.replace().isEmpty()) {
      return;
    }
    String name = fullName.apply(create.name());
    TableState table = new TableState(name, create.type(), create.span(), create.name().span());
    before.ifPresent(
        old -> {
          table.grants.addAll(old.grants);
          table.facts.keep("owner", old.facts);
        });
    create.columns().forEach(table::add);
    create.constraints().forEach(c -> constraint(table, c));
    create.clauses().forEach(clause -> clause(table, clause));
    tables.put(key, table);
  }

  static void constraint(TableState table, Constraint constraint) {
    String text = constraint.span().text();
    String name = constraint.name().map(Identifier::text).orElse(text);
    Map<String, Located> out = new LinkedHashMap<>();
    constraint.name().ifPresent(n -> out.put("name", SubjectDocument.text(n.text(), n.span())));
    String kind =
        constraint instanceof Constraint.Key key
            ? key.primary() ? "PRIMARY KEY" : "UNIQUE"
            : constraint instanceof Constraint.ForeignKey
                ? "FOREIGN KEY"
                : constraint instanceof Constraint.Check ? "CHECK" : "EXPECTATION";
    out.put("kind", SubjectDocument.text(kind, constraint.span()));
    out.put("text", SubjectDocument.text(text, constraint.span()));
    table.constraints.put(
        name.toLowerCase(Locale.ROOT), SubjectDocument.object(constraint.span(), out));
  }

  static void clause(TableState table, Clause clause) {
    Facts facts = table.facts;
    if (clause instanceof Clause.Comment comment) {
      facts.set("comment", comment.text().value(), comment.text().span());
    } else if (clause instanceof Clause.Properties properties
        && properties.word().equals("TBLPROPERTIES")) {
      properties
          .entries()
          .forEach(
              p -> facts.put("properties", p.key().text(), p.key().span(), TableState.value(p)));
    } else if (clause instanceof Clause.RowFilter filter) {
      facts.set("rowFilter", filter.function().text(), filter.span());
    } else if (clause instanceof Clause.Location location) {
      facts.set("location", location.path().value(), location.path().span());
    } else if (clause instanceof Clause.Using using) {
      facts.set("format", using.format().text().toLowerCase(Locale.ROOT), using.span());
    } else if (clause instanceof Clause.Clustering clustering) {
      facts.set("clusterBy", clustering.span().text(), clustering.span());
    }
  }

  private void drop(Definition.Drop drop) {
    if (!drop.verb().equals("DROP")) {
      return;
    }
    String key = key(drop.name());
    if (TABLES.contains(drop.type())) {
      tables.remove(key);
    } else if (Set.of("SCHEMA", "DATABASE", "CATALOG").contains(drop.type())) {
      tables.keySet().removeIf(table -> table.startsWith(key + "."));
    }
  }

  private void alter(Definition.Alter alter) {
    Optional<TableState> table = Optional.ofNullable(tables.get(key(alter.name())));
    if (table.isPresent() && !alter.type().equals("COLUMN")) {
      Optional<Name> renamed = new Alteration(table.get()).apply(alter.changes());
      renamed.ifPresent(to -> rename(alter.name(), to, table.get()));
    }
  }

  /** A new name without a schema stays in the schema of the old one. */
  private void rename(Name from, Name to, TableState table) {
    String old = fullName.apply(from);
    int dot = old.lastIndexOf('.');
    String name =
        to.parts().size() == 1 && dot >= 0
            ? old.substring(0, dot + 1) + to.text()
            : fullName.apply(to);
    tables.remove(key(from));
    table.facts.renamed("fullName", name, to.span());
    table.named(name, to.span());
    tables.put(name.toLowerCase(Locale.ROOT), table);
  }

  private void comment(Definition.CommentOn on) {
    if (on.type().equals("COLUMN")) {
      column(on.name()).ifPresent(column -> comment(column, on));
    } else if (TABLES.contains(on.type())) {
      Optional.ofNullable(tables.get(key(on.name()))).ifPresent(t -> comment(t.facts, on));
    }
  }

  private static void comment(Facts facts, Definition.CommentOn on) {
    if (on.comment().orElse(null) instanceof Expression.Literal literal
        && literal.type() == Expression.LiteralType.TEXT) {
      facts.set("comment", literal.value(), literal.span());
    } else {
      facts.remove("comment");
    }
  }

  private Optional<Facts> column(Name name) {
    List<Identifier> parts = name.parts();
    if (parts.size() < 2) {
      return Optional.empty();
    }
    List<Identifier> table = parts.subList(0, parts.size() - 1);
    Span span = table.get(0).span().to(table.get(table.size() - 1).span());
    return Optional.ofNullable(tables.get(key(new Name(table, span))))
        .flatMap(t -> t.column(name.last().key()));
  }

  private static void grant(TableState table, Statement.Grants grants) {
    if (grants.kind().startsWith("REVOKE")) {
      revoke(table, grants);
      return;
    }
    for (Privilege privilege : grants.privileges()) {
      for (Identifier principal : grants.principals()) {
        Map<String, Located> out = new LinkedHashMap<>();
        out.put("kind", SubjectDocument.text(grants.kind(), grants.span()));
        out.put("privilege", SubjectDocument.text(privilege.name(), privilege.span()));
        out.put("principal", SubjectDocument.text(principal.text(), principal.span()));
        table.grants.add(SubjectDocument.object(grants.span(), out));
      }
    }
  }

  private static void revoke(TableState table, Statement.Grants grants) {
    for (Privilege privilege : grants.privileges()) {
      for (Identifier principal : grants.principals()) {
        table.grants.removeIf(
            grant ->
                (says(grant, "privilege", privilege.name()) || privilege.name().startsWith("ALL"))
                    && says(grant, "principal", principal.text()));
      }
    }
  }

  private static boolean says(Located grant, String key, String text) {
    return grant instanceof Located.Object object
        && RegoString.of(text).equals(object.value().get(key));
  }
}
