package dev.bylaw.rules.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The SQL of the documents that the project was founded on. */
class SeedsTest {
  private static final List<String> STARTS =
      List.of("CREATE ", "ALTER ", "COMMENT ON ", "GRANT ", "MERGE ", "INSERT ");

  @Test
  void statementsOfAllDocumentsAreRead() throws IOException {
    List<String> kinds = new ArrayList<>();
    for (String text : seeds().values()) {
      Located.Object sql = read("seed.sql", statements(text));
      for (Located statement : elements(sql, "statements")) {
        assertThat(text(statement, "parsed")).isEqualTo("true");
        kinds.add(text(statement, "kind"));
      }
    }
    assertThat(kinds)
        .containsExactly(
            "CREATE TABLE",
            "CREATE CATALOG",
            "CREATE SCHEMA",
            "CREATE SCHEMA",
            "CREATE SCHEMA",
            "ALTER CATALOG",
            "ALTER SCHEMA",
            "COMMENT ON",
            "GRANT",
            "GRANT",
            "GRANT",
            "CREATE VIEW",
            "GRANT");
  }

  @Test
  void theTableOfTaxiTripsIsPartitionedByAnExpression() throws IOException {
    Located.Object sql = read("taxi.sql", statements(seed("000_20003d66beaf4449.txt")));
    assertThat(text(sql, "tables", 0, "fullName")).isEqualTo("smart_analytics.taxi_trips");
    assertThat(text(sql, "tables", 0, "partitionedBy", 0)).isEqualTo("DATE(pickup_datetime)");
    assertThat(elements(at(sql, "tables", 0), "columns")).hasSize(11);
    assertThat(text(sql, "tables", 0, "comment")).startsWith("NYC Taxi trip data product");
  }

  @Test
  void theQueryInPythonIsRead() throws IOException {
    Located.Object sql =
        read("taxi.py", between(seed("000_20003d66beaf4449.txt"), "from databricks", "Step 3"));
    assertThat(elements(sql, "statements")).hasSize(1);
    assertThat(text(sql, "statements", 0, "reads", 0, "fullName"))
        .isEqualTo("smart_analytics.taxi_trips");
    assertThat(elements(at(sql, "statements", 0), "columnsRead")).hasSizeGreaterThan(5);
  }

  @Test
  void thePipelineIsRead() throws IOException {
    Located.Object sql =
        read("orders.py", between(seed("002_30873b918e769688.txt"), "import dlt", "What makes"));
    assertThat(elements(sql, "tables").stream().map(table -> text(table, "name")))
        .containsExactly("orders_silver", "orders_gold");
    assertThat(
            elements(at(sql, "tables", 0), "expectations").stream().map(e -> text(e, "condition")))
        .containsExactly("order_id IS NOT NULL", "amount >= 0");
    assertThat(text(sql, "tables", 1, "reads", 0, "name")).isEqualTo("orders_silver");
  }

  private static String seed(String name) throws IOException {
    return Objects.requireNonNull(seeds().get(name), name);
  }

  /** The documents by their names. */
  private static Map<String, String> seeds() throws IOException {
    Path folder = Path.of(System.getProperty("bylaw.shared", "../../shared")).resolve("seeds");
    assumeTrue(Files.isDirectory(folder), () -> "SKIPPED: no documents in " + folder);
    Map<String, String> seeds = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        seeds.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(seeds).hasSize(5);
    return seeds;
  }

  /** From lines that start a statement to those that end one, each at its line. */
  private static String statements(String text) {
    StringBuilder out = new StringBuilder();
    boolean within = false;
    for (String line : text.lines().toList()) {
      within |= STARTS.stream().anyMatch(line::startsWith);
      out.append(within ? line : "").append('\n');
      within &= !line.stripTrailing().endsWith(";");
    }
    return out.toString();
  }

  private static String between(String text, String first, String end) {
    return String.join(
        "\n",
        text.lines()
            .dropWhile(line -> !line.startsWith(first))
            .takeWhile(line -> !line.startsWith(end))
            .toList());
  }

  private static Located.Object read(String name, String text) {
    var result = new SqlReader().read(SourceFile.of(name, text)).orElseThrow();
    assertThat(result.diagnostics()).isEmpty();
    Located sql = result.subjects().get(0).input().child(RegoString.of("sql")).orElseThrow();
    return (Located.Object) sql;
  }

  private static Located at(Located value, Object... path) {
    List<RegoValue> keys =
        Arrays.stream(path)
            .map(
                key ->
                    key instanceof Integer i
                        ? (RegoValue) RegoNumber.of(i)
                        : RegoString.of((String) key))
            .toList();
    return value.find(keys).orElseThrow(() -> new AssertionError(Arrays.toString(path)));
  }

  private static List<Located> elements(Located value, String key) {
    return ((Located.Array) at(value, key)).elements();
  }

  private static String text(Located value, Object... path) {
    RegoValue found = at(value, path).value();
    return found instanceof RegoString text ? text.value() : found.toString();
  }
}
