package dev.bylaw.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Products as domains have them, each in a folder of its own with a descriptor and a contract. */
final class Descriptors {
  private static final int TABLE = 15;

  private static final String DESCRIBED =
      """
      status: active
      domain: domain%2$d
      description:
        purpose: Orders of shop %1$d as they were placed, for the reports of the day.
        limitations: Returns come a day later.
        usage: Reports and forecasts.
      team:
        - {username: orders-team, role: owner}
      support:
        - {channel: help, url: "https://acme.example/help"}
      """;

  private static final String PRODUCT =
      """
      apiVersion: v1.0.0
      kind: DataProduct
      id: urn:acme:sales:orders-%1$d
      name: orders-%1$d
      version: 1.2.0
      """
          + DESCRIBED
          + """
      inputPorts:
        - {name: before, version: 1.0.0, contractId: 3f1b2c4d-0000-4000-8000-%3$012d}
      outputPorts:
        - {name: orders, version: 1.0.0, contractId: 3f1b2c4d-0000-4000-8000-%1$012d}
      """;

  private static final String CONTRACT =
      """
      apiVersion: v3.0.2
      kind: DataContract
      id: 3f1b2c4d-0000-4000-8000-%1$012d
      name: orders-%1$d
      version: 1.0.0
      """
          + DESCRIBED
          + """
      servers:
        - {server: production, type: databricks, catalog: domain%2$d, schema: shop%1$d, host: acme.example}
      slaProperties:
        - {property: frequency, value: 1, unit: d}
        - {property: latency, value: 4, unit: h}
        - {property: retention, value: 3, unit: y}
      schema:
      """;

  private static final String KEY =
      """
        - name: orders_%1$d
          physicalName: orders_%1$d
          description: One row is an order of part %1$d.
          properties:
            - name: order_id_%1$d
              logicalType: string
              physicalType: STRING
              primaryKey: true
              required: true
              description: Identifies the order.
              quality:
                - {metric: nullValues, mustBe: 0}
                - {metric: duplicateValues, mustBe: 0}
      """;

  private static final String COLUMN =
      """
            - name: %1$s_%2$d
              logicalType: %3$s
              physicalType: %4$s
              description: The %1$s of the order, number %2$d, as it was placed.
      """;

  private static final String[][] COLUMNS = {
    {"amount", "number", "DECIMAL(12,2)"},
    {"currency", "string", "STRING"},
    {"placed_at", "date", "TIMESTAMP"},
    {"quantity", "integer", "BIGINT"},
    {"is_gift", "boolean", "BOOLEAN"},
    {"warehouse", "string", "VARCHAR(40)"},
    {"discount_rate", "number", "DOUBLE"},
  };

  private Descriptors() {}

  /** A contract of the Open Data Contract Standard, in tables of 15 columns. */
  static String contract(int number, int columns) {
    StringBuilder out = new StringBuilder(CONTRACT.formatted(number, number % 20));
    for (int i = 0; i < columns; i++) {
      String[] column = COLUMNS[i % COLUMNS.length];
      out.append(
          i % TABLE == 0
              ? KEY.formatted(i / TABLE)
              : COLUMN.formatted(column[0], i, column[1], column[2]));
    }
    return out.toString();
  }

  /**
   * Writes products, each of which reads from the one before.
   *
   * @param faulty each reads what nobody offers, too, and has a purpose that is filled in later
   */
  static void write(Path folder, int products, boolean faulty) throws IOException {
    for (int i = 0; i < products; i++) {
      Path own = folder.resolve("domain" + i % 20 + "/orders-" + i);
      Files.createDirectories(own);
      String product = PRODUCT.formatted(i, i % 20, Math.max(0, i - 1));
      Files.writeString(
          own.resolve("product.yaml"),
          faulty
              ? product
                  .replace("  purpose: Orders", "  purpose: ${KIND} orders")
                  .replace("inputPorts:\n", "inputPorts:\n  - {name: lost, version: 1.0.0, contractId: lost-%d}\n".formatted(i))
              : product);
      Files.writeString(own.resolve("contract.yaml"), contract(i, TABLE));
    }
  }
}
