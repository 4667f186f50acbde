package dev.bylaw.rego.builtin;

import java.util.Objects;
import java.util.Set;

/**
 * One built-in function.
 *
 * @param name as rules call it, for example {@code array.concat}; that of an operator is its word,
 *     for example {@code plus}
 * @param signature for example {@code (x: array[any], y: array[any]) => (z: array[any])}, in the
 *     words of OPA's type printer
 * @param documentation one sentence
 */
public record Builtin(
    String name, String signature, String documentation, Set<Trait> traits, BuiltinFunction code) {
  public Builtin {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(signature, "signature");
    Objects.requireNonNull(documentation, "documentation");
    traits = Set.copyOf(traits);
    Objects.requireNonNull(code, "code");
  }

  public static Builtin of(
      String name, String signature, String documentation, BuiltinFunction code) {
    return new Builtin(name, signature, documentation, Set.of(), code);
  }

  /** The same with more traits. */
  public Builtin with(Trait... more) {
    return new Builtin(name, signature, documentation, Set.of(more), code);
  }

  /** What the engine must know of a built-in beside its types. */
  public enum Trait {
    /**
     * Its result depends on more than its arguments; within one query it is called once per
     * arguments.
     */
    NONDETERMINISTIC,
    /** The code returns an array or set of answers, each of which the caller iterates over. */
    RELATION,
    /** Still there, but strict mode refuses it. */
    DEPRECATED
  }
}
