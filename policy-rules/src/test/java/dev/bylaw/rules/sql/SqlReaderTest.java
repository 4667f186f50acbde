package dev.bylaw.rules.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SqlReaderTest {
  private static final String SEED =
      """
      -- Domain boundary
      CREATE CATALOG IF NOT EXISTS orders;
      CREATE SCHEMA IF NOT EXISTS orders.gold;
      ALTER CATALOG orders OWNER TO `orders-domain-owners`;
      CREATE TABLE orders.gold.orders_gold (order_id STRING NOT NULL COMMENT 'Key', m MAP<STRING, ARRAY<INT>>);
      COMMENT ON TABLE orders.gold.orders_gold IS
        'Orders data product (Gold).';
      GRANT USAGE ON CATALOG orders TO `analytics`;
      GRANT SELECT, USE SCHEMA ON TABLE orders.gold.orders_gold TO `analytics`, bi;
      CREATE OR REPLACE VIEW orders.gold.orders_daily_revenue AS
      SELECT date(order_ts) AS order_date, currency, sum(amount) AS revenue
      FROM orders.gold.orders_gold
      GROUP BY 1, 2;
      ALTER VIEW orders.gold.orders_daily_revenue SET OWNER TO finance;
      """;

  static SubjectReader.Result read(String sql) {
    return new SqlReader().read(SourceFile.of("a.sql", sql)).orElseThrow();
  }

  private static Located at(SubjectReader.Result result, Object... path) {
    var keys =
        Arrays.stream(path)
            .map(
                k ->
                    k instanceof Integer i
                        ? dev.bylaw.rego.value.RegoNumber.of(i)
                        : dev.bylaw.rego.value.RegoString.of((String) k))
            .toList();
    return result.subjects().get(0).input().find(keys).orElseThrow();
  }

  private static String problems(String sql) {
    return read(sql).diagnostics().stream()
        .map(Diagnostic::toString)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void readsTheSeedScript() {
    var result = read(SEED);
    assertThat(result.diagnostics()).isEmpty();
    assertThat(at(result, "sql", "statements", 0, "kind").value().toString())
        .isEqualTo("\"CREATE CATALOG\"");
    assertThat(at(result, "sql", "tables", 0, "comment").value().toString())
        .isEqualTo("\"Orders data product (Gold).\"");
    assertThat(at(result, "sql", "tables", 1, "owner").value().toString()).isEqualTo("\"finance\"");
    assertThat(at(result, "sql", "tables", 0, "columns", 0, "nullable").value().toString())
        .isEqualTo("false");
    assertThat(at(result, "sql", "grants", 1, "privileges").value().toString())
        .isEqualTo("[\"SELECT\", \"USE_SCHEMA\"]");
    assertThat(at(result, "sql", "statements", 7, "reads", 0, "fullName").value().toString())
        .isEqualTo("\"orders.gold.orders_gold\"");
  }

  @Test
  void valuesSpanTheirText() {
    var result = read(SEED);
    assertThat(at(result, "sql", "statements", 0).span().text())
        .isEqualTo("CREATE CATALOG IF NOT EXISTS orders");
    assertThat(at(result, "sql", "tables", 0, "name").span().text()).isEqualTo("orders_gold");
    assertThat(at(result, "sql", "tables", 0, "fullName").span().text())
        .isEqualTo("orders.gold.orders_gold");
    assertThat(at(result, "sql", "tables", 0, "comment").span().text())
        .isEqualTo("'Orders data product (Gold).'");
    assertThat(at(result, "sql", "tables", 0, "columns", 1, "type").span().text())
        .isEqualTo("MAP<STRING, ARRAY<INT>>");
    assertThat(at(result, "sql", "grants", 1, "privileges", 1).span().text())
        .isEqualTo("USE SCHEMA");
    assertThat(at(result, "sql", "grants", 1, "principals", 1).span().text()).isEqualTo("bi");
  }

  @Test
  void syntaxErrorsSayWhereAndReadingGoesOn() {
    var result =
        read("SELECT 1;\nCREATE TABLE t (a INT,);\nGRANT SELECT ON t TO;\nSELECT * FROM x");
    assertThat(result.diagnostics().stream().map(Diagnostic::toString).toList())
        .hasSize(2)
        .satisfies(
            d -> {
              assertThat(d.get(0)).startsWith("a.sql:2:23: sql_parse_error: found `)`, expected ");
              assertThat(d.get(1))
                  .startsWith(
                      "a.sql:3:21: sql_parse_error: found the end of the statement, expected ");
            });
    assertThat(at(result, "sql", "statements", 3, "star").value().toString()).isEqualTo("true");
  }

  @Test
  void whatCannotBeReadIsNamed() {
    var result = read("DROP TABLE IF EXISTS main.a.b TWICE; OPTIMIZE b");
    assertThat(at(result, "sql", "statements", 0, "kind").value().toString())
        .isEqualTo("\"DROP TABLE\"");
    assertThat(at(result, "sql", "statements", 0, "parsed").value().toString()).isEqualTo("false");
    assertThat(at(result, "sql", "statements", 0, "target", "fullName").value().toString())
        .isEqualTo("\"main.a.b\"");
    assertThat(at(result, "sql", "statements", 1, "parsed").value().toString()).isEqualTo("true");
  }

  @Test
  void whatNestsAsDeepAsItMayIsRead() {
    assertThat(problems("SELECT " + "(".repeat(390) + "1" + ")".repeat(390))).isEmpty();
  }

  @Test
  void otherFilesAreNotRead() {
    assertThat(new SqlReader().read(SourceFile.of("a.yaml", "SELECT 1"))).isEmpty();
    assertThat(List.copyOf(read("").diagnostics())).isEmpty();
  }

  @Test
  void theTextOfExecuteImmediateIsReadWhereItStands() {
    var result = read("EXECUTE IMMEDIATE 'DROP TABLE a.b.c' ; EXECUTE IMMEDIATE 'SELECT ''x''' ");
    Located inner = at(result, "sql", "statements", 1);
    assertThat(inner.span().text()).isEqualTo("DROP TABLE a.b.c");
    assertThat(at(result, "sql", "statements", 1, "within").value()).hasToString("0");
    assertThat(at(result, "sql", "statements", 1, "target", "name").span())
        .hasToString("a.sql:1:35");
    assertThat(at(result, "sql", "statements", 2, "kind").value())
        .hasToString("\"EXECUTE IMMEDIATE\"");
    assertThat(((RegoArray) at(result, "sql", "statements").value()).size()).isEqualTo(3);
  }

  @Test
  void whatExecuteImmediateCannotParseIsNotParsed() {
    var result = read("EXECUTE IMMEDIATE 'SELEC x'");
    assertThat(at(result, "sql", "statements", 1, "parsed").value()).hasToString("false");
    assertThat(at(result, "sql", "statements", 1).span()).hasToString("a.sql:1:20");
  }

  @Test
  void doubleQuotesAreTextsUnlessASettingSaysOtherwise() {
    var text = read("SELECT \"a\" FROM b");
    assertThat(at(text, "sql", "statements", 0, "literals", 0, "value").value())
        .hasToString("\"a\"");
    String names = "SET spark.sql.ansi.doubleQuotedIdentifiers = ";
    var result =
        read(names + "true; SELECT \"a b\" FROM \"c\"; " + names + "false; SELECT \"d\" FROM e");
    assertThat(at(result, "sql", "statements", 1, "columnsRead", 0, "name").value())
        .hasToString("\"a b\"");
    assertThat(at(result, "sql", "statements", 1, "reads", 0, "name").value()).hasToString("\"c\"");
    assertThat(at(result, "sql", "statements", 3, "literals", 0, "value").value())
        .hasToString("\"d\"");
  }
}
