package dev.bylaw.rules.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.source.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Reads the collected statements; {@code -Dsql.corpus=FILE} names another collection. */
class SqlCorpusTest {
  private static final double FLOOR = 0.95;

  @Test
  void readsTheCollectedStatements() throws IOException {
    Path file =
        Path.of(
            System.getProperty(
                "sql.corpus",
                System.getProperty("bylaw.shared", "../../shared")
                    + "/corpora/sql/statements.jsonl"));
    assumeTrue(Files.exists(file), () -> "SKIPPED: no collected statements at " + file);
    Map<String, int[]> families = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    int[] all = new int[3];
    for (String line : Files.readAllLines(file)) {
      if (!line.contains("\"valid\": true")) {
        continue;
      }
      String sql = field(line, "sql");
      List<Diagnostic> found = SqlReaderTest.read(sql).diagnostics();
      int outcome = found.stream().anyMatch(Diagnostic::isError) ? 1 : found.isEmpty() ? 0 : 2;
      all[outcome]++;
      families.computeIfAbsent(field(line, "family"), f -> new int[3])[outcome]++;
      if (outcome == 1) {
        failures.add(field(line, "family") + " | " + found.get(0) + " | " + sql.replace('\n', ' '));
      }
    }
    System.out.printf("sql: %d passed, %d failed, %d not read%n", all[0], all[1], all[2]);
    families.forEach(
        (f, n) ->
            System.out.printf("  %s: %d passed, %d failed, %d not read%n", f, n[0], n[1], n[2]));
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target/sql-corpus-failures.txt"), failures);
    assertThat(all[0]).isGreaterThanOrEqualTo((int) (FLOOR * (all[0] + all[1])));
  }

  /** The value of a text field of a flat JSON object. */
  private static String field(String line, String name) {
    String start = "\"" + name + "\": \"";
    StringBuilder out = new StringBuilder();
    for (int i = line.indexOf(start) + start.length(); line.charAt(i) != '"'; i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        c = line.charAt(++i);
        switch (c) {
          case 'n' -> c = '\n';
          case 't' -> c = '\t';
          case 'r' -> c = '\r';
          case 'b' -> c = '\b';
          case 'f' -> c = '\f';
          case 'u' -> {
            c = (char) Integer.parseInt(line.substring(i + 1, i + 5), 16);
            i += 4;
          }
          default -> {}
        }
      }
      out.append(c);
    }
    return out.toString();
  }
}
