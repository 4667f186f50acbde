package dev.bylaw.rules.sql;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.lineage.Field;
import dev.bylaw.rules.sql.lineage.Lineage;
import dev.bylaw.rules.sql.lineage.Source;
import dev.bylaw.rules.sql.lineage.Tables;
import dev.bylaw.rules.sql.state.Catalog;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What follows from statements one after another: lineage, and the tables that they leave behind.
 */
final class Derived {
  private final Lineage lineage;
  private final Catalog catalog;

  /**
   * Of one run.
   *
   * @param tables that are known before its first statement
   */
  Derived(Function<Name, String> fullName, Tables tables) {
    this.lineage = new Lineage(tables);
    this.catalog = new Catalog(fullName);
  }

  /**
   * Of one run that begins with nothing.
   *
   * @param fullName what a name means where the run stands
   */
  Derived(Function<Name, String> fullName) {
    this(fullName, new Tables(fullName));
  }

  /** Runs a statement that stands in no other. */
  void apply(Statement statement) {
    catalog.apply(statement);
  }

  /** The columns that a statement writes or returns; empty where it has none. */
  Optional<Located> lineage(Statement statement) {
    List<Field> fields = lineage.of(statement);
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(Tree.list(fields.stream().map(Derived::located).toList(), statement.span()));
  }

  private static Located located(Field field) {
    Span span = field.span();
    List<Located> sources = new ArrayList<>();
    for (Source source : field.sources()) {
      Map<String, Located> entry = new LinkedHashMap<>();
      entry.put("table", SubjectDocument.text(source.table(), span));
      entry.put("column", SubjectDocument.text(source.column(), span));
      sources.add(SubjectDocument.object(span, entry));
    }
    Map<String, Located> out = new LinkedHashMap<>();
    out.put("column", SubjectDocument.text(field.name(), span));
    out.put("sources", new Located.Array(sources, span));
    out.put("resolved", new Located.Scalar(RegoBoolean.of(field.resolved()), span));
    return SubjectDocument.object(span, out);
  }

  Located.Object state(Span span) {
    Map<String, Located> out = new LinkedHashMap<>();
    out.put("tables", new Located.Array(List.copyOf(catalog.tables()), span));
    out.put("unapplied", new Located.Array(catalog.unapplied(), span));
    return SubjectDocument.object(span, out);
  }
}
