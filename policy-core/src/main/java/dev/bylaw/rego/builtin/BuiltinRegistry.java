package dev.bylaw.rego.builtin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The built-ins of one engine, by name. Families of them are loaded when one of their names is
 * looked up. Thread-safe.
 */
public final class BuiltinRegistry {
  private final Map<String, Builtin> own;
  private final Map<String, String> families;
  private final Function<String, List<Builtin>> loader;
  private final Map<String, Builtin> loaded = new ConcurrentHashMap<>();

  private BuiltinRegistry(
      Map<String, Builtin> own,
      Map<String, String> families,
      Function<String, List<Builtin>> loader) {
    this.own = own;
    this.families = families;
    this.loader = loader;
  }

  /**
   * @param families the family of each name
   * @param loader gives the built-ins of a family; may be asked more than once
   */
  public static BuiltinRegistry ofFamilies(
      Map<String, String> families, Function<String, List<Builtin>> loader) {
    return new BuiltinRegistry(Map.of(), Map.copyOf(families), loader);
  }

  /**
   * The same with more built-ins.
   *
   * @throws IllegalArgumentException for two built-ins with one name
   */
  public BuiltinRegistry with(Collection<Builtin> more) {
    Map<String, Builtin> all = new HashMap<>(own);
    for (Builtin builtin : more) {
      if (families.containsKey(builtin.name()) || all.put(builtin.name(), builtin) != null) {
        throw new IllegalArgumentException("two built-ins are named " + builtin.name());
      }
    }
    return new BuiltinRegistry(all, families, loader);
  }

  /** Those of some names. */
  public BuiltinRegistry only(Set<String> names) {
    Map<String, Builtin> named = new HashMap<>(own);
    named.keySet().retainAll(names);
    Map<String, String> rest = new HashMap<>(families);
    rest.keySet().retainAll(names);
    return new BuiltinRegistry(named, Map.copyOf(rest), loader);
  }

  public Optional<Builtin> find(String name) {
    Builtin known = own.getOrDefault(name, loaded.get(name));
    String family = known == null ? families.get(name) : null;
    if (family != null) {
      loader.apply(family).forEach(b -> loaded.putIfAbsent(b.name(), b));
      known = loaded.get(name);
    }
    return Optional.ofNullable(known);
  }

  /** All of them, by name; loads every family. */
  public Collection<Builtin> all() {
    List<String> names = new ArrayList<>(families.keySet());
    names.addAll(own.keySet());
    Map<String, Builtin> all = new TreeMap<>();
    names.forEach(name -> find(name).ifPresent(b -> all.put(name, b)));
    return all.values();
  }
}
