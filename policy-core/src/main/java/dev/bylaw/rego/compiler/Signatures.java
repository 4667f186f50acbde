package dev.bylaw.rego.compiler;

import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.types.Type;
import dev.bylaw.rego.types.TypeText;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The types of built-ins, each read from its text once. Thread-safe. */
final class Signatures {
  private final BuiltinRegistry registry;
  private final Map<String, Optional<Type.FunctionType>> read = new ConcurrentHashMap<>();

  Signatures(BuiltinRegistry registry) {
    this.registry = registry;
  }

  Optional<Type.FunctionType> find(String name) {
    return read.computeIfAbsent(
        name, n -> registry.find(n).map(b -> TypeText.function(b.signature())));
  }

  /** How many arguments a built-in takes; -1 for one that is unknown. */
  int arity(String name) {
    return find(name).map(f -> f.parameters().size()).orElse(-1);
  }
}
