package dev.bylaw.rules.sql.state;

import dev.bylaw.rules.sql.ast.Clause;
import dev.bylaw.rules.sql.ast.ColumnDefinition;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Property;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A table or view, and what the statements so far made of it. */
final class TableState {
  final Facts facts;
  final List<Located> grants = new ArrayList<>();
  final Map<String, Located> constraints = new LinkedHashMap<>();
  private final Map<String, Facts> columns = new LinkedHashMap<>();

  TableState(String name, String type, Span place, Span nameSpan) {
    this.facts = new Facts(place);
    named(name, nameSpan);
    facts.set("type", type.toLowerCase(Locale.ROOT), place);
  }

  /** From the last part of the name: {@code name}, {@code schema}, {@code catalog}. */
  void named(String name, Span place) {
    String[] parts = name.split("\\.", -1);
    List<String> keys = List.of("name", "schema", "catalog");
    for (int i = 0; i < keys.size(); i++) {
      if (i < parts.length) {
        facts.set(keys.get(i), parts[parts.length - 1 - i], place);
      } else {
        facts.remove(keys.get(i));
      }
    }
    facts.set("fullName", name, place);
  }

  void add(ColumnDefinition definition) {
    Facts column = new Facts(definition.span());
    Identifier name = definition.name();
    column.set("name", name.text(), name.span());
    definition.type().ifPresent(type -> column.set("type", type.text(), type.span()));
    column.set(
        "nullable", definition.notNull().isEmpty(), definition.notNull().orElse(definition.span()));
    definition.comment().ifPresent(c -> column.set("comment", c.value(), c.span()));
    definition.mask().ifPresent(mask -> mask(column, mask));
    tags(column, definition.tags());
    columns.put(name.key(), column);
  }

  static void mask(Facts column, Clause.Mask mask) {
    column.set("mask", mask.function().text(), mask.span());
  }

  static void tags(Facts facts, List<Property> tags) {
    tags.forEach(tag -> facts.put("tags", tag.key().text(), tag.key().span(), value(tag)));
  }

  static Located value(Property property) {
    Span place = property.value().map(Expression::span).orElse(property.span());
    String text =
        property
            .value()
            .map(v -> v instanceof Expression.Literal literal ? literal.value() : v.span().text())
            .orElse("");
    return SubjectDocument.text(text, place);
  }

  Optional<Facts> column(String key) {
    return Optional.ofNullable(columns.get(key));
  }

  void drop(String key) {
    columns.remove(key);
  }

  void dropColumns() {
    columns.clear();
  }

  /** The column keeps its position. */
  void rename(String key, Identifier to) {
    Map<String, Facts> renamed = new LinkedHashMap<>();
    columns.forEach(
        (name, column) -> {
          if (name.equals(key)) {
            column.renamed("name", to.text(), to.span());
          }
          renamed.put(name.equals(key) ? to.key() : name, column);
        });
    columns.clear();
    columns.putAll(renamed);
  }

  Located.Object located() {
    List<Located> shown = new ArrayList<>();
    columns.values().forEach(column -> shown.add(column.located(Map.of())));
    Map<String, List<? extends Located>> lists = new LinkedHashMap<>();
    lists.put("columns", shown);
    lists.put("grants", grants);
    lists.put("constraints", List.copyOf(constraints.values()));
    return facts.located(lists);
  }
}
