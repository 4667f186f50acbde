package dev.bylaw.rego;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.source.SourceFile;

/**
 * Collects modules and data and compiles them to a {@link RegoProgram}. Not thread-safe; use it
 * once.
 */
public final class RegoCompiler {
  /** Adds one module, read as Rego v1. */
  public RegoCompiler module(SourceFile source) {
    throw new UnsupportedOperationException();
  }

  /** Sets the base documents below {@code data}. */
  public RegoCompiler data(RegoObject data) {
    throw new UnsupportedOperationException();
  }

  /**
   * Runs all passes.
   *
   * @throws dev.bylaw.source.InputException with all problems of all modules
   */
  public RegoProgram compile() {
    throw new UnsupportedOperationException();
  }
}
