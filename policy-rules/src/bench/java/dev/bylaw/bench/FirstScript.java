package dev.bylaw.bench;

import dev.bylaw.rules.sql.SqlReader;
import dev.bylaw.source.SourceFile;
import java.lang.management.ManagementFactory;

/** From the start of a fresh JVM to the model of its first script; one line. */
public final class FirstScript {
  private FirstScript() {}

  /** Measures. */
  public static void main(String[] args) {
    long main = System.currentTimeMillis();
    var read = new SqlReader().read(SourceFile.of("a.sql", SqlText.of(1))).orElseThrow();
    long end = System.currentTimeMillis();
    if (!read.diagnostics().isEmpty()) {
      throw new IllegalStateException(read.diagnostics().toString());
    }
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.printf(
        "first script: %d ms after JVM start (main after %d)%n", end - start, main - start);
  }
}
