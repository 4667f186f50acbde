package dev.bylaw.rules.sql.lineage;

import dev.bylaw.rules.sql.ast.ColumnDefinition;
import dev.bylaw.rules.sql.ast.Definition;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Manipulation;
import dev.bylaw.rules.sql.ast.Query;
import dev.bylaw.rules.sql.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Follows the statements of a run in their order: views that one makes are looked through by those
 * behind it. Not thread-safe.
 */
public final class Lineage {
  private final Tables tables;
  private final Queries queries = new Queries();

  /** Starts with the tables that are known before the first statement. */
  public Lineage(Tables tables) {
    this.tables = tables;
  }

  /** The columns that a statement writes or returns, with what they are made of; in their order. */
  public List<Field> of(Statement statement) {
    if (statement instanceof Statement.Rows rows) {
      return queries.fields(rows.query(), new Environment(tables));
    } else if (statement instanceof Definition.Create create) {
      return created(create);
    } else if (statement instanceof Manipulation.Insert insert) {
      return inserted(insert);
    } else if (statement instanceof Definition.Drop drop) {
      tables.remove(tables.fullName(drop.name()));
    }
    return List.of();
  }

  private List<Field> created(Definition.Create create) {
    String name = tables.fullName(create.name());
    boolean view = create.type().toUpperCase(Locale.ROOT).endsWith("VIEW");
    Optional<Query> query = create.query();
    List<Identifier> names = create.columns().stream().map(ColumnDefinition::name).toList();
    if (query.isEmpty()) {
      tables.add(name, names.stream().map(Identifier::text).toList(), create.name().span());
      return List.of();
    }
    List<Field> fields = queries.fields(query.get(), new Environment(tables));
    Shape shape = Shape.ofQuery(fields).renamed(names);
    if (view && !create.type().startsWith("MATERIALIZED")) {
      tables.addView(name, shape);
    } else if (shape.rest().isEmpty()) {
      tables.add(name, shape.fields().stream().map(Field::name).toList(), create.name().span());
    }
    return names.isEmpty() ? fields : shape.fields();
  }

  /** By the names of the columns they are written to, where these are given. */
  private List<Field> inserted(Manipulation.Insert insert) {
    Query source = insert.source();
    if (!insert.with().isEmpty()) {
      List<dev.bylaw.rules.sql.ast.CommonTable> with = new ArrayList<>(insert.with());
      with.addAll(source.with());
      source =
          new Query(
              with,
              source.body(),
              source.order(),
              source.windows(),
              source.limit(),
              source.offset(),
              source.span());
    }
    List<Field> fields = queries.fields(source, new Environment(tables));
    return insert.byName() ? fields : Shape.ofQuery(fields).renamed(insert.columns()).fields();
  }
}
