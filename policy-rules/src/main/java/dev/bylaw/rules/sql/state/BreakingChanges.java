package dev.bylaw.rules.sql.state;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What readers of the tables of one state cannot rely on any more in another: each at the place of
 * the present state that says so.
 */
public final class BreakingChanges {
  private final Map<String, Located> now;
  private final Map<String, Located> renamed;
  private final Span nowhere;
  private final List<Located> changes = new ArrayList<>();

  private BreakingChanges(List<Located> tables, Span nowhere) {
    this.now = by(tables, "fullName");
    this.renamed = by(tables, "renamedFrom");
    this.nowhere = nowhere;
  }

  /**
   * Compares two states.
   *
   * @param previous as {@code input.state} of a product
   * @param nowhere the place of what is not there any more
   */
  public static List<Located> between(Located previous, Located present, Span nowhere) {
    BreakingChanges all = new BreakingChanges(elements(present, "tables"), nowhere);
    elements(previous, "tables").forEach(all::table);
    return all.changes;
  }

  private void table(Located before) {
    String name = text(before, "fullName");
    Located same = now.get(key(name));
    Located other = renamed.get(key(name));
    if (same != null) {
      columns(name, before, same);
    } else if (other != null) {
      add("table renamed", name, place(other, "renamedFrom"), name, text(other, "fullName"));
      columns(name, before, other);
    } else {
      add("table dropped", name, nowhere, "", "");
    }
  }

  private void columns(String table, Located before, Located after) {
    List<Located> columns = elements(after, "columns");
    if (columns.isEmpty() && !elements(before, "columns").isEmpty()) {
      add("columns unknown", table, after.span(), "", "");
      return;
    }
    Map<String, Located> names = by(columns, "name");
    Map<String, Located> origins = by(columns, "renamedFrom");
    for (Located column : elements(before, "columns")) {
      String name = text(column, "name");
      Located same = names.get(key(name));
      Located other = origins.get(key(name));
      if (same != null) {
        column(table, column, same);
      } else if (other != null) {
        Span place = place(other, "renamedFrom");
        add("column renamed", table, name, place, name, text(other, "name"));
        column(table, column, other);
      } else {
        add("column dropped", table, name, after.span(), "", "");
      }
    }
  }

  private void column(String table, Located before, Located after) {
    String name = text(before, "name");
    String from = text(before, "type");
    String to = text(after, "type");
    ColumnType old = ColumnType.of(from);
    ColumnType type = ColumnType.of(to);
    if (!type.holds(old)) {
      String kind = old.holds(type) ? "type narrowed" : "type changed";
      add(kind, table, name, place(after, "type"), from, to);
    }
    if (isNullable(before) && !isNullable(after)) {
      add("not null added", table, name, place(after, "nullable"), "", "");
    }
  }

  private void add(String kind, String table, Span place, String before, String after) {
    add(kind, table, "", place, before, after);
  }

  private void add(
      String kind, String table, String column, Span place, String before, String after) {
    Map<String, Located> out = new LinkedHashMap<>();
    out.put("kind", SubjectDocument.text(kind, place));
    out.put("table", SubjectDocument.text(table, place));
    putAny(out, "column", column, place);
    putAny(out, "before", before, place);
    putAny(out, "after", after, place);
    changes.add(SubjectDocument.object(place, out));
  }

  private static void putAny(Map<String, Located> out, String key, String text, Span place) {
    if (!text.isEmpty()) {
      out.put(key, SubjectDocument.text(text, place));
    }
  }

  private static boolean isNullable(Located column) {
    return !RegoBoolean.FALSE.equals(
        column.child(RegoString.of("nullable")).map(Located::value).orElse(RegoBoolean.TRUE));
  }

  private static Span place(Located object, String key) {
    return object.child(RegoString.of(key)).map(Located::span).orElse(object.span());
  }

  private static Map<String, Located> by(List<Located> objects, String key) {
    Map<String, Located> by = new LinkedHashMap<>();
    for (Located object : objects) {
      if (object.child(RegoString.of(key)).isPresent()) {
        by.put(key(text(object, key)), object);
      }
    }
    return by;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Empty where the key is absent. */
  private static String text(Located object, String key) {
    Optional<Located> value = object.child(RegoString.of(key));
    return value.isPresent() && value.get().value() instanceof RegoString text ? text.value() : "";
  }

  private static List<Located> elements(Located object, String key) {
    return object.child(RegoString.of(key)).orElse(object) instanceof Located.Array list
        ? list.elements()
        : List.of();
  }
}
