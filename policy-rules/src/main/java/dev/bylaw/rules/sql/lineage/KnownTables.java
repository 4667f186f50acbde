package dev.bylaw.rules.sql.lineage;

import dev.bylaw.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tables and views from beyond a script, by their names in three parts. What two say differently is
 * not known. Not thread-safe.
 */
public final class KnownTables {
  private final Map<String, Shape> shapes = new HashMap<>();
  private final Set<String> doubtful = new HashSet<>();
  private final Optional<KnownTables> otherwise;

  /** Without any. */
  public KnownTables() {
    this.otherwise = Optional.empty();
  }

  /** Without any of its own: what these say nothing of, others may know. */
  public KnownTables(KnownTables otherwise) {
    this.otherwise = Optional.of(otherwise);
  }

  /** Adds a table with its columns, in their order. */
  public void add(String name, List<String> columns, Span place) {
    add(Tables.key(name), Tables.shape(name, columns, place));
  }

  /** Adds what a script makes. */
  public void add(Tables made) {
    made.made().forEach(this::add);
  }

  private void add(String key, Shape shape) {
    Shape known = shapes.putIfAbsent(key, shape);
    if (known != null && !known.isLike(shape)) {
      doubtful.add(key);
    }
  }

  /** Those of some names. */
  Map<String, Shape> among(Set<String> keys) {
    Map<String, Shape> found = new HashMap<>();
    for (String key : keys) {
      shape(key).ifPresent(shape -> found.put(key, shape));
    }
    return found;
  }

  private Optional<Shape> shape(String key) {
    if (doubtful.contains(key)) {
      return Optional.empty();
    }
    Shape shape = shapes.get(key);
    return shape == null ? otherwise.flatMap(o -> o.shape(key)) : Optional.of(shape);
  }

  /** Whether one of the tables that a script read, and did not know, is among these. */
  public boolean help(Tables script) {
    return !among(script.missing()).isEmpty();
  }
}
