package dev.bylaw.bench;

import dev.bylaw.rules.sql.SqlReader;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.SubjectReader;
import java.util.Locale;
import java.util.stream.IntStream;

/** What scripts of 5,000, 10,000 and 20,000 lines cost to read into the model, once warm. */
public final class SqlCost {
  private static final int[] LINES = {5_000, 10_000, 20_000};
  private static final int WARM = 4;
  private static final int ROUNDS = 7;

  private SqlCost() {}

  /** Measures; the middle of several rounds. */
  public static void main(String[] args) {
    String[] texts = IntStream.of(LINES).mapToObj(SqlText::of).toArray(String[]::new);
    long first = read(texts[2]);
    IntStream.range(0, WARM).forEach(i -> read(texts[2]));
    long[] times = IntStream.range(0, LINES.length).mapToLong(i -> middle(texts[i])).toArray();
    for (int i = 0; i < LINES.length; i++) {
      System.out.printf(
          Locale.ROOT,
          "%,d lines, %,d characters: %d ms, %.1f microseconds per line%n",
          texts[i].lines().count(),
          texts[i].length(),
          times[i] / 1_000_000,
          times[i] / 1e3 / texts[i].lines().count());
    }
    System.out.printf(
        Locale.ROOT,
        "20,000 lines cold: %d ms; 5k : 10k : 20k = 1 : %.2f : %.2f%n",
        first / 1_000_000,
        (double) times[1] / times[0],
        (double) times[2] / times[0]);
  }

  private static long middle(String text) {
    return IntStream.range(0, ROUNDS).mapToLong(i -> read(text)).sorted().toArray()[ROUNDS / 2];
  }

  private static long read(String text) {
    long start = System.nanoTime();
    SubjectReader.Result result =
        new SqlReader().read(SourceFile.of("a.sql", text)).orElseThrow();
    if (!result.diagnostics().isEmpty()) {
      throw new IllegalStateException(result.diagnostics().toString());
    }
    return System.nanoTime() - start;
  }
}
