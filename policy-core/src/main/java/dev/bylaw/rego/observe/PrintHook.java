package dev.bylaw.rego.observe;

/** Takes what rules print. Called by every thread that evaluates, while it evaluates. */
public interface PrintHook {
  /** Takes nothing. */
  PrintHook SILENT = line -> {};

  void print(PrintedLine line);
}
