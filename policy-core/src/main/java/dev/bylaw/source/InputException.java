package dev.bylaw.source;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An input cannot be used. Carries every problem that was found, sorted by place, never none:
 * readers and compilers collect first and throw once.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  public InputException(List<Diagnostic> diagnostics) {
    super(
        diagnostics.stream()
            .sorted(Diagnostic.BY_PLACE)
            .map(Diagnostic::toString)
            .collect(Collectors.joining("\n")));
    if (diagnostics.isEmpty()) {
      throw new IllegalArgumentException("no diagnostics");
    }
    this.diagnostics = diagnostics.stream().sorted(Diagnostic.BY_PLACE).toList();
  }

  /** Sorted by {@link Diagnostic#BY_PLACE}; never empty. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
