package dev.bylaw.rules.sql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The collected statements; {@code -Dsql.corpus=FILE} names another collection. */
final class SqlCorpus {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A statement, and whether Databricks would read it. */
  record Sample(String source, String family, boolean valid, String sql) {}

  private SqlCorpus() {}

  static boolean isOther() {
    return System.getProperty("sql.corpus") != null;
  }

  static List<Sample> read() throws IOException {
    Path shared = Path.of(System.getProperty("bylaw.shared", "../../shared"));
    Path file =
        isOther()
            ? Path.of(System.getProperty("sql.corpus"))
            : shared.resolve("corpora/sql/statements.jsonl");
    assumeTrue(Files.exists(file), () -> "SKIPPED: no collected statements at " + file);
    List<Sample> samples = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = JSON.readTree(line);
      samples.add(
          new Sample(
              node.path("source").asText(),
              node.path("family").asText(),
              node.path("valid").asBoolean(),
              node.path("sql").asText()));
    }
    return samples;
  }
}
