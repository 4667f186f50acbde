package dev.bylaw.rego;

import dev.bylaw.source.Diagnostic;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a test ended.
 *
 * @param cases of a test with cases, {@code test_a[case]}: whether each holds, by its names with
 *     {@code /} between them
 * @param problems why it failed, each with its place
 * @param printed lines that rules printed
 */
public record RegoTestResult(
    RegoTest test,
    Status status,
    Duration duration,
    Map<String, Boolean> cases,
    List<Diagnostic> problems,
    List<String> printed) {
  /** What a test comes to. */
  public enum Status {
    PASS,
    FAIL,
    /** The evaluation ended without an answer. */
    ERROR,
    SKIPPED
  }

  public RegoTestResult {
    cases = Collections.unmodifiableMap(new TreeMap<>(cases));
    problems = List.copyOf(problems);
    printed = List.copyOf(printed);
  }

  /** Whether the build may go on. */
  public boolean isFine() {
    return status == Status.PASS || status == Status.SKIPPED;
  }
}
