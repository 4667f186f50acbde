package dev.bylaw.rego.compiler;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The declared names of one body and those around it. */
final class Scope {
  private final @Nullable Scope outer;
  private final Map<String, String> declared = new HashMap<>();

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  /** The unique name that a declared name stands for here, or null. */
  @Nullable String find(String name) {
    String here = declared.get(name);
    return here != null || outer == null ? here : outer.find(name);
  }

  boolean declaresItself(String name) {
    return declared.containsKey(name);
  }

  void declare(String name, String unique) {
    declared.put(name, unique);
  }
}
