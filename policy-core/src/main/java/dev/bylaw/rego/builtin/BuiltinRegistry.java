package dev.bylaw.rego.builtin;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The built-ins of one engine, by name. Immutable and thread-safe. */
public final class BuiltinRegistry {
  private final Map<String, Builtin> byName;

  private BuiltinRegistry(Map<String, Builtin> byName) {
    this.byName = byName;
  }

  /**
   * @throws IllegalArgumentException for two built-ins with one name
   */
  public static BuiltinRegistry of(Collection<Builtin> builtins) {
    Map<String, Builtin> byName = new TreeMap<>();
    for (Builtin builtin : builtins) {
      if (byName.put(builtin.name(), builtin) != null) {
        throw new IllegalArgumentException("two built-ins are named " + builtin.name());
      }
    }
    return new BuiltinRegistry(byName);
  }

  public Optional<Builtin> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** By name. */
  public Collection<Builtin> all() {
    return byName.values();
  }
}
