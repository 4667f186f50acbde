package dev.bylaw.rules.sql.lineage;

import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The tables and views that are known: those of a script, of contracts, of a catalogue. */
public final class Tables {
  private final Function<Name, String> fullName;
  private final Map<String, Shape> shapes = new HashMap<>();

  private final Map<String, Shape> outside = new HashMap<>();
  private final Set<String> missing = new HashSet<>();

  /**
   * Without any table.
   *
   * @param fullName what a name means, with what USE says
   */
  public Tables(Function<Name, String> fullName) {
    this.fullName = fullName;
  }

  /**
   * Starts with tables from elsewhere: those that the same script missed when it was read before.
   */
  public void know(KnownTables known, Tables before) {
    outside.putAll(known.among(before.missing));
    missing.addAll(outside.keySet());
  }

  String fullName(Name name) {
    return fullName.apply(name);
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  static Shape shape(String name, List<String> columns, Span place) {
    return Shape.of(
        columns.stream().map(c -> new Field(c, place, Set.of(new Source(name, c)), true)).toList());
  }

  /** Adds a table with its columns, in their order. */
  public void add(String name, List<String> columns, Span place) {
    shapes.put(key(name), shape(name, columns, place));
  }

  /** Adds a view, whose columns are made of others. */
  void addView(String name, Shape shape) {
    shapes.put(key(name), shape);
  }

  void remove(String name) {
    shapes.remove(key(name));
    outside.remove(key(name));
  }

  Shape shape(Name name) {
    String full = fullName(name);
    Shape known = shapes.getOrDefault(key(full), outside.get(key(full)));
    if (known == null) {
      missing.add(key(full));
      return Shape.ofTable(full);
    }
    return known;
  }

  /** The names that the script does not make, but asked for. */
  Set<String> missing() {
    return missing;
  }

  /** What the script leaves, where its name has three parts, which mean the same everywhere. */
  Map<String, Shape> made() {
    Map<String, Shape> made = new HashMap<>(shapes);
    made.keySet().removeIf(name -> name.chars().filter(c -> c == '.').count() != 2);
    return made;
  }
}
