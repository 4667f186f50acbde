package dev.bylaw.rego.observe;

/**
 * Who is told of an evaluation.
 *
 * @param prints what rules print
 * @param trace the steps, of programs that were compiled to tell them
 */
public record Audience(PrintHook prints, TraceListener trace) {
  public static final Audience NOBODY = new Audience(PrintHook.SILENT, TraceListener.NONE);

  public Audience withPrints(PrintHook hook) {
    return new Audience(hook, trace);
  }

  public Audience withTrace(TraceListener listener) {
    return new Audience(prints, listener);
  }

  /** Whether calls of {@code print} are more than decoration. */
  public boolean listensToPrints() {
    return prints != PrintHook.SILENT;
  }
}
