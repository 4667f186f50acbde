package dev.bylaw.rules.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What policies see of statements, beside their definitions. */
class SqlFactsTest {
  /** The field of the first statement, and where it stands. */
  private static String fact(String sql, String field) {
    return at(
        SqlReaderTest.read(sql),
        RegoString.of("statements"),
        RegoNumber.of(0),
        RegoString.of(field));
  }

  private static String at(SubjectReader.Result result, RegoValue... path) {
    Located sql = result.subjects().get(0).input().child(RegoString.of("sql")).orElseThrow();
    return sql.find(List.of(path))
        .map(v -> RegoJson.write(v.value()) + " at " + v.span())
        .orElse("absent");
  }

  @Test
  void setOperationsSayTheirQuantifier() {
    assertThat(
            fact(
                "SELECT 1 UNION\nall SELECT 2 EXCEPT SELECT 3 union distinct SELECT 4",
                "setOperations"))
        .startsWith("[\"UNION DISTINCT\",\"EXCEPT\",\"UNION ALL\"]");
    assertThat(fact("SELECT 1 UNION SELECT 2", "setOperations"))
        .isEqualTo("[\"UNION\"] at a.sql:1:10");
  }

  @Test
  void orderAndLimit() {
    assertThat(fact("SELECT a FROM t ORDER BY 1, b DESC LIMIT 4", "orderBy"))
        .isEqualTo("[\"1\",\"b\"] at a.sql:1:26");
    assertThat(fact("SELECT a FROM t ORDER BY 1 LIMIT 4", "limits"))
        .isEqualTo("[{\"ordered\":true,\"text\":\"4\"}] at a.sql:1:34");
    assertThat(fact("SELECT a FROM (SELECT a FROM t LIMIT 4) ORDER BY a", "limits"))
        .contains("\"ordered\":false");
  }

  @Test
  void columnsThatDoNotSayWhoseTheyAre() {
    assertThat(fact("SELECT a, u.b FROM t JOIN u ON t.c = d", "unqualified"))
        .isEqualTo("[\"a\",\"d\"] at a.sql:1:8");
    assertThat(fact("SELECT a AS x, x + 1 FROM t JOIN u USING (a)", "unqualified"))
        .isEqualTo("absent");
    assertThat(fact("SELECT a FROM t NATURAL JOIN u", "unqualified")).isEqualTo("absent");
    assertThat(fact("SELECT a FROM t, LATERAL explode(b) AS e(c)", "unqualified"))
        .isEqualTo("absent");
    assertThat(
            fact(
                "SELECT t.a FROM t JOIN u ON t.b = u.b WHERE EXISTS (SELECT c FROM w)",
                "unqualified"))
        .isEqualTo("absent");
    assertThat(
            fact(
                "SELECT dateadd(DAY, 1, current_date), e FROM t, u LATERAL VIEW explode(t.a) AS e",
                "unqualified"))
        .isEqualTo("absent");
  }

  @Test
  void relationsBehindACommaAreJoined() {
    assertThat(fact("SELECT 1 FROM t, u JOIN v ON u.a = v.a", "joins"))
        .contains("{\"kind\":\"COMMA\",\"table\":\"u\",\"using\":[]}");
    assertThat(fact("SELECT 1 FROM t, LATERAL explode(a)", "joins")).isEqualTo("absent");
    assertThat(fact("SELECT 1 FROM t JOIN LATERAL explode(a)", "joins"))
        .contains("\"lateral\":true");
  }

  @Test
  void functionsOfTablesAreNoTables() {
    assertThat(fact("SELECT a FROM read_files('/Volumes/a')", "functions")).contains("read_files");
    assertThat(fact("SELECT a FROM read_files('/Volumes/a')", "reads")).startsWith("[]");
    assertThat(fact("SELECT a FROM t ('k' = 'v')", "reads")).contains("\"t\"");
  }

  @Test
  void namesThatAreComputed() {
    assertThat(fact("SELECT a FROM IDENTIFIER('a' || :t)", "computedNames"))
        .isEqualTo("[{\"text\":\"IDENTIFIER('a' || :t)\"}] at a.sql:1:15");
    assertThat(fact("SELECT a FROM IDENTIFIER('a.b')", "computedNames")).isEqualTo("absent");
  }

  @Test
  void settings() {
    assertThat(fact("SET spark.x.y = false", "settings"))
        .isEqualTo("{\"spark.x.y\":\"false\"} at a.sql:1:1");
    assertThat(fact("SET a-b.c = on off", "settings")).startsWith("{\"a-b.c\":\"on off\"}");
    assertThat(fact("SET x = 1", "settings")).isEqualTo("absent");
    assertThat(fact("SET VAR a.b = 1", "settings")).isEqualTo("absent");
  }

  @Test
  void copyInto() {
    String copy =
        "COPY INTO t FROM 's3://x' WITH (CREDENTIAL (AWS_SECRET_KEY = 'k')) FILEFORMAT = CSV FORMAT_OPTIONS ('a' = 'b')";
    assertThat(fact(copy, "source")).isEqualTo("\"s3://x\" at a.sql:1:18");
    assertThat(fact(copy, "options")).startsWith("{\"AWS_SECRET_KEY\":\"k\",\"a\":\"b\"}");
  }

  @Test
  void whatSharesHold() {
    assertThat(fact("ALTER SHARE s ADD TABLE a.b PARTITION (r = 'x') WITH HISTORY", "changes"))
        .startsWith(
            "[{\"action\":\"ADD TABLE\",\"history\":true,\"object\":\"a.b\",\"partitioned\":true}]");
    assertThat(fact("ALTER SHARE s REMOVE SCHEMA a", "changes"))
        .startsWith(
            "[{\"action\":\"REMOVE SCHEMA\",\"history\":false,\"object\":\"a\",\"partitioned\":false}]");
    assertThat(fact("ALTER SHARE s ADD TABLE a.b COMMENT 'x' AS c.d WITHOUT HISTORY", "changes"))
        .contains("\"history\":false")
        .contains("\"partitioned\":false");
  }

  @Test
  void recipientsFunctionsAndVacuum() {
    assertThat(fact("CREATE RECIPIENT r USING ID 'aws:x'", "sharingId"))
        .isEqualTo("\"aws:x\" at a.sql:1:29");
    assertThat(fact("CREATE FUNCTION f() RETURNS INT NOT DETERMINISTIC RETURN 1", "deterministic"))
        .startsWith("false");
    assertThat(
            fact(
                "CREATE FUNCTION f() RETURNS INT LANGUAGE SQL DETERMINISTIC RETURN 1",
                "deterministic"))
        .startsWith("true");
    assertThat(fact("VACUUM t RETAIN 24 HOURS", "retainHours")).isEqualTo("\"24\" at a.sql:1:17");
  }

  @Test
  void textsThatPythonGivesANameTo() {
    String python =
        """
        from databricks import sql
        con = sql.connect(access_token="dapi", http_path=os.getenv("P"))
        x = {"key": "a" + b, 'z': 'q'}
        df.option("password", "p").option(n, "o")
        """;
    SubjectReader.Result result = new SqlReader().read(SourceFile.of("a.py", python)).orElseThrow();
    assertThat(at(result, RegoString.of("assignments")))
        .isEqualTo(
            "[{\"name\":\"access_token\",\"value\":\"dapi\"},{\"name\":\"z\",\"value\":\"q\"},"
                + "{\"name\":\"password\",\"value\":\"p\"}] at a.py:2:19");
    assertThat(new SqlReader().read(SourceFile.of("a.py", "x = 'a'"))).isEmpty();
  }
}
