package dev.bylaw.rego.compiler;

import dev.bylaw.rego.types.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of the variables of one body and those around it, and what {@code with} replaces. */
final class TypeEnv {
  private final @Nullable TypeEnv outer;
  private final Map<String, Type> types = new HashMap<>();
  private final List<Replacement> replacements;

  /**
   * What stands for something else in an expression.
   *
   * @param path from {@code input} or {@code data} on, or the name of a built-in
   * @param type of what stands for it; not known for a function
   */
  record Replacement(List<String> path, Type type) {}

  private TypeEnv(@Nullable TypeEnv outer, List<Replacement> replacements) {
    this.outer = outer;
    this.replacements = replacements;
  }

  static TypeEnv empty() {
    return new TypeEnv(null, List.of());
  }

  /** For a body within this one. */
  TypeEnv inner() {
    return new TypeEnv(this, List.of());
  }

  /** For one expression of this body; its variables are those of the body. */
  TypeEnv with(List<Replacement> more) {
    return new TypeEnv(this, more);
  }

  Type get(String name) {
    for (TypeEnv e = this; e != null; e = e.outer) {
      Type type = e.types.get(name);
      if (type != null) {
        return type;
      }
    }
    return Type.Basic.UNKNOWN;
  }

  void put(String name, Type type) {
    TypeEnv owner = this;
    while (!owner.replacements.isEmpty() && owner.outer != null) {
      owner = owner.outer;
    }
    owner.types.put(name, type);
  }

  /** What is replaced here or around, the innermost first. */
  List<Replacement> replacements() {
    if (outer == null || outer.replacements().isEmpty()) {
      return replacements;
    }
    List<Replacement> all = new java.util.ArrayList<>(replacements);
    all.addAll(outer.replacements());
    return all;
  }
}
