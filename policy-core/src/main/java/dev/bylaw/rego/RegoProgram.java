package dev.bylaw.rego;

import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;
import java.util.Optional;

/**
 * Compiled modules with their data: immutable and thread-safe. Made by {@link RegoCompiler};
 * evaluated many times, from many threads.
 */
public final class RegoProgram {
  private final List<Module> modules;

  RegoProgram(List<Module> modules) {
    this.modules = List.copyOf(modules);
  }

  /** The modules as parsed, in the order in which they were given. */
  public List<Module> modules() {
    return modules;
  }

  /**
   * The value of a rule or package, empty where it is undefined.
   *
   * @param input what {@code input} is; empty for undefined
   * @param path below {@code data}, for example {@code acme, cost, warehouse_size, deny}
   * @throws RegoEvaluationException when the evaluation ends without an answer
   */
  public Optional<RegoValue> evaluate(Optional<RegoValue> input, List<String> path) {
    throw new UnsupportedOperationException();
  }

  /**
   * The elements of a {@code contains} rule, each with the input paths it was derived from, in
   * order of the elements; an element derived twice stands here twice. Empty where there is no such
   * rule.
   */
  public List<Derivation> derive(RegoValue input, List<String> path) {
    throw new UnsupportedOperationException();
  }
}
