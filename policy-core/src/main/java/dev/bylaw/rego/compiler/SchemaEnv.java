package dev.bylaw.rego.compiler;

import dev.bylaw.rego.types.Type;
import dev.bylaw.rego.types.Types;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The types that schemas give to {@code input} and {@code data} within one rule. */
final class SchemaEnv {
  private final Map<String, Type> roots = new HashMap<>();

  /** Anything where no schema says more. */
  Type type(String root) {
    return roots.getOrDefault(root, Type.ANY);
  }

  /**
   * Puts a type at a path.
   *
   * @param path from {@code input} or {@code data} on
   */
  void put(List<RegoValue> path, Type type) {
    String root = path.get(0) instanceof RegoString s ? s.value() : "";
    roots.put(root, put(type(root), path.subList(1, path.size()), type));
  }

  /** Fields stay those of the schema, and around what had none anything may stand. */
  private static Type put(Type base, List<RegoValue> path, Type type) {
    if (path.isEmpty()) {
      return type;
    }
    Map<RegoValue, Type> fields = new TreeMap<>();
    Optional<Type.Rest> rest = Optional.empty();
    if (base instanceof Type.ObjectType o) {
      fields.putAll(o.fields());
      rest = o.rest();
    } else if (Types.isAny(base)) {
      rest = Optional.of(new Type.Rest(Type.ANY, Type.ANY));
    }
    boolean open = Types.isAny(base);
    Type inner = fields.getOrDefault(path.get(0), open ? Type.ANY : Types.object(Map.of()));
    boolean fresh = !open && !fields.containsKey(path.get(0));
    List<RegoValue> below = path.subList(1, path.size());
    fields.put(path.get(0), fresh ? closed(below, type) : put(inner, below, type));
    return new Type.ObjectType(fields, rest);
  }

  /** Objects that have just the fields of a path. */
  private static Type closed(List<RegoValue> path, Type type) {
    Type out = type;
    List<RegoValue> steps = new ArrayList<>(path);
    for (int i = steps.size() - 1; i >= 0; i--) {
      out = new Type.ObjectType(Map.of(steps.get(i), out), Optional.empty());
    }
    return out;
  }
}
