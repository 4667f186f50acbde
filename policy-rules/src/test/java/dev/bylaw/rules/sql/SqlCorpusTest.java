package dev.bylaw.rules.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rules.sql.SqlCorpus.Sample;
import dev.bylaw.source.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Reads the collected statements. Those that are not read are listed, each with a reason. */
class SqlCorpusTest {
  private static final double ALL = 0.99;
  private static final double FAMILY = 0.97;
  private static final Path UNREAD = Path.of("src/test/resources/dev/bylaw/rules/sql/unread.tsv");

  private final Map<String, int[]> families = new TreeMap<>();
  private final Map<String, String> failures = new TreeMap<>();

  @Test
  void readsTheCollectedStatements() throws IOException {
    for (Sample sample : SqlCorpus.read()) {
      if (sample.valid()) {
        List<Diagnostic> found = SqlReaderTest.read(sample.sql()).diagnostics();
        int[] counts = families.computeIfAbsent(sample.family(), f -> new int[2]);
        counts[found.isEmpty() ? 0 : 1]++;
        if (!found.isEmpty()) {
          failures.put(oneLine(sample.sql()), sample.family() + "\t" + found.get(0));
        }
      }
    }
    report();
    families.forEach((f, n) -> assertThat(share(n)).as(f).isGreaterThanOrEqualTo(FAMILY));
    assertThat(share(sum())).isGreaterThanOrEqualTo(ALL);
    if (!SqlCorpus.isOther()) {
      assertThat(failures.keySet()).containsExactlyInAnyOrderElementsOf(reasons().keySet());
    }
  }

  @Test
  void statementsThatAreNotValidEndInDiagnosticsOrAreRead() throws IOException {
    int read = 0;
    for (Sample sample : SqlCorpus.read()) {
      if (!sample.valid()) {
        assertThat(SqlReaderTest.read(sample.sql()).subjects()).hasSize(1);
        read++;
      }
    }
    System.out.printf("sql: %d invalid statements, no exception%n", read);
  }

  private void report() throws IOException {
    int[] all = sum();
    System.out.printf("sql: %d passed, %d failed%n", all[0], all[1]);
    families.forEach((f, n) -> System.out.printf("  %s: %d passed, %d failed%n", f, n[0], n[1]));
    List<String> lines = new ArrayList<>();
    failures.forEach((sql, why) -> lines.add(sql + "\t" + why));
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target/sql-corpus-failures.txt"), lines);
  }

  private int[] sum() {
    int[] sum = new int[2];
    for (int[] counts : families.values()) {
      sum[0] += counts[0];
      sum[1] += counts[1];
    }
    return sum;
  }

  private static double share(int[] counts) {
    return (double) counts[0] / (counts[0] + counts[1]);
  }

  /** By statement. */
  private static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (String line : Files.readAllLines(UNREAD)) {
      if (!line.startsWith("#")) {
        int tab = line.indexOf('\t');
        assertThat(line.substring(0, tab)).as("the reason").isNotBlank();
        assertThat(seen.add(line.substring(tab + 1))).as("listed once: " + line).isTrue();
        reasons.put(line.substring(tab + 1), line.substring(0, tab));
      }
    }
    return reasons;
  }

  private static String oneLine(String sql) {
    return String.join(" ", sql.lines().toList());
  }
}
