package dev.bylaw.rules.sql.lineage;

import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The tables and views that are known: those of a script, of contracts, of a catalogue. */
public final class Tables {
  private final Function<Name, String> fullName;
  private final Map<String, Shape> shapes = new HashMap<>();

  /**
   * Without any table.
   *
   * @param fullName what a name means, with what USE says
   */
  public Tables(Function<Name, String> fullName) {
    this.fullName = fullName;
  }

  String fullName(Name name) {
    return fullName.apply(name);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Adds a table with its columns, in their order. */
  public void add(String name, List<String> columns, Span place) {
    List<Field> fields =
        columns.stream().map(c -> new Field(c, place, Set.of(new Source(name, c)), true)).toList();
    shapes.put(key(name), Shape.of(fields));
  }

  /** Adds a view, whose columns are made of others. */
  void addView(String name, Shape shape) {
    shapes.put(key(name), shape);
  }

  void remove(String name) {
    shapes.remove(key(name));
  }

  Shape shape(Name name) {
    String full = fullName(name);
    return Optional.ofNullable(shapes.get(key(full))).orElseGet(() -> Shape.ofTable(full));
  }
}
