package dev.bylaw.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lineage knows the columns that contracts, the catalogue and other scripts of a run describe. */
class RunLineageTest {
  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: %s
      version: 1.0.0
      status: active
      servers:
        - {server: prod, type: databricks, catalog: shop, schema: gold}
      schema:
        - name: orders
          properties:
            - {name: id, logicalType: string}
            - {name: %s, logicalType: number}
      """;
  private static final String TABLE =
      """
      {"name": "orders", "catalog_name": "shop", "schema_name": "gold", "table_type": "MANAGED",
       "full_name": "shop.gold.orders", "columns": [{"name": "id"}, {"name": "total"}]}
      """;

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Of the first statement of a script. */
  private String lineage(String script) {
    SubjectLoader.Loaded loaded = SubjectLoader.load(folder, List.of());
    assertThat(loaded.diagnostics()).isEmpty();
    Subject sql =
        loaded.subjects().stream()
            .filter(s -> s.kind() == SubjectKind.SQL && s.path().equals(script))
            .findFirst()
            .orElseThrow();
    List<RegoValue> path =
        List.of(
            RegoString.of("sql"),
            RegoString.of("statements"),
            RegoNumber.of(0),
            RegoString.of("lineage"));
    return sql.input().find(path).orElseThrow().value().toString();
  }

  private static String column(String column, String table, String source) {
    return "{\"column\": \"%s\", \"resolved\": true, \"sources\": [{\"column\": \"%s\", \"table\": \"%s\"}]}"
        .formatted(column, source, table);
  }

  @Test
  void starsOfTablesThatAContractDescribesAreExpanded() throws IOException {
    write("contract.yaml", CONTRACT.formatted("a", "amount"));
    write("a.sql", "SELECT * FROM shop.gold.orders");
    assertThat(lineage("a.sql"))
        .isEqualTo(
            "["
                + column("id", "shop.gold.orders", "id")
                + ", "
                + column("amount", "shop.gold.orders", "amount")
                + "]");
  }

  @Test
  void columnsWithoutAQualifierAreFoundWhereUseNamesTheSchema() throws IOException {
    write("contract.yaml", CONTRACT.formatted("a", "amount"));
    write("a.sql", "SELECT amount FROM orders, elsewhere.b.c");
    assertThat(lineage("a.sql")).contains("\"resolved\": false");
    write("b.sql", "SELECT amount FROM shop.gold.orders JOIN (SELECT 1 AS one) ON id = one");
    assertThat(lineage("b.sql"))
        .isEqualTo("[" + column("amount", "shop.gold.orders", "amount") + "]");
  }

  @Test
  void theCatalogueKnowsBetterThanAContract() throws IOException {
    write("contract.yaml", CONTRACT.formatted("a", "amount"));
    write("table.json", TABLE);
    write("a.sql", "SELECT * FROM shop.gold.orders");
    assertThat(lineage("a.sql")).contains("total").doesNotContain("amount");
  }

  @Test
  void contractsThatDisagreeSayNothing() throws IOException {
    write("a.yaml", CONTRACT.formatted("a", "amount"));
    write("b.yaml", CONTRACT.formatted("b", "total"));
    write("a.sql", "SELECT * FROM shop.gold.orders");
    assertThat(lineage("a.sql")).contains("\"column\": \"*\", \"resolved\": false");
  }

  @Test
  void viewsOfOtherScriptsAreLookedThrough() throws IOException {
    write("contract.yaml", CONTRACT.formatted("a", "amount"));
    write(
        "views.sql",
        "CREATE VIEW shop.gold.v AS SELECT id AS i, amount / 2 AS half FROM shop.gold.orders");
    write("a.sql", "SELECT half FROM shop.gold.v");
    assertThat(lineage("a.sql"))
        .isEqualTo("[" + column("half", "shop.gold.orders", "amount") + "]");
    write(
        "b.sql",
        "CREATE VIEW shop.gold.w AS SELECT * FROM shop.gold.orders; SELECT * FROM shop.gold.w");
    write("a.sql", "SELECT * FROM shop.gold.w");
    assertThat(lineage("a.sql")).contains(column("amount", "shop.gold.orders", "amount"));
    write("a.sql", "SELECT half FROM shop.gold.v");
    write("z.sql", "CREATE VIEW shop.gold.v AS SELECT 1 AS half");
    assertThat(lineage("a.sql")).isEqualTo("[" + column("half", "shop.gold.v", "half") + "]");
  }
}
