package dev.bylaw.rules.sql.lineage;

import dev.bylaw.rules.sql.ast.Name;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that a query may read: common table expressions around it, and tables. */
final class Environment {
  private final Tables tables;
  private final Map<String, Shape> common;

  Environment(Tables tables) {
    this(tables, Map.of());
  }

  private Environment(Tables tables, Map<String, Shape> common) {
    this.tables = tables;
    this.common = common;
  }

  Environment copy() {
    return new Environment(tables, new HashMap<>(common));
  }

  /** Adds a common table expression; only to a copy. */
  void add(String key, Shape shape) {
    common.put(key, shape);
  }

  Shape shape(Name name) {
    Optional<Shape> shape =
        name.parts().size() == 1 ? Optional.ofNullable(common.get(name.key())) : Optional.empty();
    return shape.orElseGet(() -> tables.shape(name));
  }
}
