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
  private final boolean plain;
  private int changes;

  /**
   * What stands for something else in an expression.
   *
   * @param path from {@code input} or {@code data} on, or the name of a built-in
   * @param type of what stands for it; not known for a function
   * @param alone whether rules that depend on it stay what they are
   */
  record Replacement(List<String> path, Type type, boolean alone) {
    Replacement(List<String> path, Type type) {
      this(path, type, false);
    }
  }

  private TypeEnv(@Nullable TypeEnv outer, List<Replacement> replacements, boolean plain) {
    this.outer = outer;
    this.replacements = replacements;
    this.plain = plain;
  }

  static TypeEnv empty() {
    return new TypeEnv(null, List.of(), false);
  }

  /** For a body within this one. */
  TypeEnv inner() {
    return new TypeEnv(this, List.of(), plain);
  }

  /** For a body within this one, where replacing a document changes no rule that depends on it. */
  TypeEnv plain() {
    return new TypeEnv(this, List.of(), true);
  }

  boolean isPlain() {
    return plain;
  }

  /** For one expression of this body; its variables are those of the body. */
  TypeEnv with(List<Replacement> more) {
    List<Replacement> own =
        more.stream().map(r -> new Replacement(r.path(), r.type(), plain)).toList();
    return new TypeEnv(this, own, plain);
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
    owner.changes++;
  }

  /** Grows with each type that a variable gets here or around. */
  int changes() {
    int all = 0;
    for (TypeEnv e = this; e != null; e = e.outer) {
      all += e.changes;
    }
    return all;
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
