package dev.bylaw.bench;

import dev.bylaw.rego.RegoProgram;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** From the start of a fresh JVM to the first decision of a policy set of 61 files; one line. */
public final class FirstDecision {
  private FirstDecision() {}

  /** Measures. */
  public static void main(String[] args) {
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    long main = System.currentTimeMillis();
    Workload work = Workload.of("contract");
    RegoProgram program = work.compile();
    long compiled = System.currentTimeMillis();
    boolean present = program.evaluate(Optional.of(work.inputValue()), work.path()).isPresent();
    long end = System.currentTimeMillis();
    System.out.printf(
        "first decision: %d ms after JVM start (main after %d, compiled after %d), %s%n",
        end - start, main - start, compiled - start, present ? "decided" : "undefined");
  }
}
