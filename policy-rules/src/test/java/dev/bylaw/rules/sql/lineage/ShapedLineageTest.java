package dev.bylaw.rules.sql.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.databricks.DatabricksSql;
import dev.bylaw.rules.sql.databricks.SqlLimits;
import dev.bylaw.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** PIVOT, UNPIVOT and piped queries. */
class ShapedLineageTest {
  private static final String TABLES =
      "CREATE TABLE t (a INT, b INT, k INT); CREATE TABLE u (c INT, d INT, k INT);";

  /** As in {@link LineageTest}. */
  private static String lineage(String sql) {
    DatabricksSql.Script script =
        DatabricksSql.parse(SourceFile.of("a.sql", sql), sql, SqlLimits.DEFAULT);
    assertThat(script.diagnostics()).isEmpty();
    Lineage lineage = new Lineage(new Tables(Name::text));
    List<Field> fields = List.of();
    for (var statement : script.statements()) {
      fields = lineage.of(statement);
    }
    return fields.stream().map(LineageTest::shown).collect(Collectors.joining(" "));
  }

  @Test
  void pivotsHaveTheGroupsAndAColumnForEachValueAndAggregate() {
    assertThat(lineage(TABLES + "SELECT * FROM t PIVOT (sum(a) FOR b IN (1, 2 AS two))"))
        .isEqualTo("k<t.k 1<t.a two<t.a");
    assertThat(
            lineage(
                TABLES
                    + "SELECT * FROM (SELECT a, b, k AS g FROM t)"
                    + " PIVOT (sum(a) AS s, max(a + g) AS m FOR b IN ('x', 'y'))"))
        .isEqualTo("x_s<t.a x_m<t.a+t.k y_s<t.a y_m<t.a+t.k");
    assertThat(lineage("SELECT one, k FROM t PIVOT (sum(a) FOR b IN (1 AS one)) p"))
        .isEqualTo("one<t.a k<t.k");
    assertThat(lineage("SELECT * FROM t PIVOT (sum(a) FOR b IN (1 AS one))"))
        .isEqualTo("one<t.a *<t.*?");
  }

  @Test
  void unpivotsHaveANameAndTheValuesOfWhatIsTurned() {
    assertThat(lineage(TABLES + "SELECT * FROM t UNPIVOT (v FOR n IN (a, b AS bee))"))
        .isEqualTo("k<t.k n< v<t.a+t.b");
    assertThat(
            lineage(
                TABLES
                    + "SELECT x.v, x.w, n FROM (SELECT t.*, a + b AS e FROM t)"
                    + " UNPIVOT INCLUDE NULLS ((v, w) FOR n IN ((a, b) AS f, (k, e) AS g)) AS x"))
        .isEqualTo("v<t.a+t.k w<t.a+t.b n<");
  }

  @Test
  void stepsOfAPipeSeeWhatTheStepsBeforeLeave() {
    assertThat(lineage(TABLES + "FROM t |> WHERE a > 1 |> SELECT a, b + k AS s |> LIMIT 1"))
        .isEqualTo("a<t.a s<t.b+t.k");
    assertThat(lineage(TABLES + "FROM t |> EXTEND a + b AS s |> SET k = s |> DROP b"))
        .isEqualTo("a<t.a k<t.a+t.b s<t.a+t.b");
    assertThat(lineage(TABLES + "FROM t |> AS x |> JOIN u ON x.k = u.k |> SELECT x.a, u.k, d"))
        .isEqualTo("a<t.a k<u.k d<u.d");
    assertThat(lineage(TABLES + "FROM t |> JOIN u USING (k) |> SELECT k")).isEqualTo("k<t.k+u.k");
    assertThat(lineage(TABLES + "SELECT a, b FROM t |> UNION ALL (SELECT c, d FROM u)"))
        .isEqualTo("a<t.a+u.c b<t.b+u.d");
    assertThat(lineage(TABLES + "TABLE t |> PIVOT (sum(a) FOR b IN (1 AS one)) |> SELECT one, k"))
        .isEqualTo("one<t.a k<t.k");
  }

  @Test
  void aggregatesOfAPipeHaveTheirGroupsFirst() {
    assertThat(lineage(TABLES + "FROM t |> AGGREGATE sum(a) AS s GROUP BY k, b + 1 AS g"))
        .isEqualTo("k<t.k g<t.b s<t.a");
    assertThat(lineage(TABLES + "FROM t |> AGGREGATE count(*) AS n GROUP BY 2"))
        .isEqualTo("b<t.b n<");
    assertThat(lineage("FROM t |> AGGREGATE sum(a) AS s GROUP BY 2")).isEqualTo("2<? s<t.a");
  }

  @Test
  void whatAPipeCannotTellIsMarked() {
    assertThat(lineage("FROM t |> EXTEND a + 1 AS s")).isEqualTo("s<t.a *<t.*?");
    assertThat(lineage("FROM t, u |> SELECT a")).isEqualTo("a<?");
    assertThat(lineage("FROM t |> SET a = b |> SELECT a, k")).isEqualTo("a<t.b k<t.k");
  }
}
