package dev.bylaw.rules.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Definitions of Flink SQL, which stream products have. */
class FlinkSqlTest {
  private static final String TABLE =
      """
      CREATE TABLE orders (
        order_id STRING,
        amount DECIMAL(10, 2) COMMENT 'in EUR',
        ts TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,
        offset_ BIGINT METADATA VIRTUAL,
        total AS amount * 2,
        proc_time AS PROCTIME(),
        WATERMARK FOR ts AS ts - INTERVAL '5' SECOND,
        PRIMARY KEY (order_id) NOT ENFORCED
      ) COMMENT 'Orders as they come'
      PARTITIONED BY (order_id)
      WITH (
        'connector' = 'kafka',
        'topic' = 'orders',
        'scan.startup.mode' = 'earliest-offset',
        'value.format' = 'json'
      );
      INSERT INTO sink SELECT order_id, amount FROM orders
      """;

  private final dev.bylaw.subject.SubjectReader.Result read = SqlReaderTest.read(TABLE);

  private String text(Object... path) {
    var keys =
        Arrays.stream(path)
            .map(
                key ->
                    key instanceof Integer i
                        ? (RegoValue) RegoNumber.of(i)
                        : RegoString.of((String) key))
            .toList();
    RegoValue value = read.subjects().get(0).input().find(keys).orElseThrow().value();
    return value instanceof RegoString text ? text.value() : value.toString();
  }

  @Test
  void itIsReadWithoutAProblem() {
    assertThat(read.diagnostics()).isEmpty();
    assertThat(text("sql", "statements", 0, "kind")).isEqualTo("CREATE TABLE");
    assertThat(text("sql", "statements", 1, "writes", 0, "name")).isEqualTo("sink");
  }

  @Test
  void columnsThatAreComputedOrOfTheRecordAreColumns() {
    assertThat(text("sql", "tables", 0, "columns", 2, "name")).isEqualTo("ts");
    assertThat(text("sql", "tables", 0, "columns", 2, "type")).isEqualTo("TIMESTAMP_LTZ(3)");
    assertThat(text("sql", "tables", 0, "columns", 4, "generated")).isEqualTo("amount * 2");
    assertThat(text("sql", "tables", 0, "columns", 5, "generated")).isEqualTo("PROCTIME()");
  }

  @Test
  void watermarksAndKeysAreKnown() {
    assertThat(text("sql", "statements", 0, "watermark"))
        .isEqualTo("WATERMARK FOR ts AS ts - INTERVAL '5' SECOND");
    assertThat(text("sql", "statements", 0, "constraints", 0, "type")).isEqualTo("PRIMARY KEY");
    assertThat(text("sql", "statements", 0, "constraints", 0, "options", 0))
        .isEqualTo("NOT ENFORCED");
    assertThat(text("sql", "tables", 0, "partitionedBy", 0)).isEqualTo("order_id");
  }

  @Test
  void theConnectorIsKnown() {
    assertThat(text("sql", "statements", 0, "properties", "connector")).isEqualTo("kafka");
    assertThat(text("sql", "statements", 0, "properties", "scan.startup.mode"))
        .isEqualTo("earliest-offset");
  }
}
