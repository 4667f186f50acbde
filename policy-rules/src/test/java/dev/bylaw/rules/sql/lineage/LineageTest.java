package dev.bylaw.rules.sql.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.dialect.Dialect;
import dev.bylaw.rules.sql.dialect.DialectSql;
import dev.bylaw.rules.sql.text.SqlScan;
import dev.bylaw.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineageTest {
  private static final String TABLES =
      "CREATE TABLE t (a INT, b INT, k INT); CREATE TABLE u (c INT, d INT, k INT);";

  /**
   * The columns of the last statement: {@code name<table.column+table.column}, {@code ?} if open.
   */
  private static String lineage(String sql) {
    SourceFile file = SourceFile.of("a.sql", sql);
    Lineage lineage = new Lineage(new Tables(Name::text));
    List<Field> fields = List.of();
    for (var span : SqlScan.of(file, sql).statements()) {
      DialectSql.Result read = DialectSql.read(span, span.text(), Dialect.DATABRICKS);
      Statement statement = read.statement().orElseThrow(() -> new AssertionError(read));
      fields = lineage.of(statement);
    }
    return fields.stream().map(LineageTest::shown).collect(Collectors.joining(" "));
  }

  static String shown(Field field) {
    String sources =
        field.sources().stream()
            .map(s -> s.table() + "." + s.column())
            .collect(Collectors.joining("+"));
    return field.name() + "<" + sources + (field.resolved() ? "" : "?");
  }

  @Test
  void columnsComeFromTheirTables() {
    assertThat(lineage("SELECT x.a, y.b AS c, 1 AS one FROM s.t x JOIN u y ON x.i = y.i"))
        .isEqualTo("a<s.t.a c<u.b one<");
    assertThat(lineage("SELECT a, sum(b) AS s FROM c.s.t GROUP BY 1"))
        .isEqualTo("a<c.s.t.a s<c.s.t.b");
    assertThat(lineage(TABLES + "SELECT a, c, k FROM t JOIN u USING (k)"))
        .isEqualTo("a<t.a c<u.c k<t.k+u.k");
  }

  @Test
  void whatCannotBeToldIsMarked() {
    assertThat(lineage("SELECT a FROM t, u")).isEqualTo("a<?");
    assertThat(lineage("SELECT x AS y, y + 1 AS z FROM t")).isEqualTo("y<t.x z<?");
    assertThat(lineage("SELECT * FROM t JOIN u ON t.a = u.a")).isEqualTo("*<t.*+u.*?");
    assertThat(lineage("SELECT a FROM t UNION ALL SELECT * FROM u")).startsWith("a<t.a?");
  }

  @Test
  void starsAreExpandedWhereTheColumnsAreKnown() {
    assertThat(lineage(TABLES + "SELECT * FROM t")).isEqualTo("a<t.a b<t.b k<t.k");
    assertThat(lineage(TABLES + "SELECT u.*, t.a FROM t JOIN u ON t.k = u.k"))
        .isEqualTo("c<u.c d<u.d k<u.k a<t.a");
    assertThat(lineage("SELECT * FROM t")).isEqualTo("*<t.*?");
  }

  @Test
  void viewsAreLookedThrough() {
    assertThat(lineage("CREATE VIEW v (p) AS SELECT a + b FROM t; SELECT p AS q FROM v"))
        .isEqualTo("q<t.a+t.b");
    assertThat(lineage("CREATE TABLE w AS SELECT a FROM t; SELECT a FROM w")).isEqualTo("a<w.a");
    assertThat(lineage("CREATE VIEW v AS SELECT a FROM t; DROP VIEW v; SELECT a FROM v"))
        .isEqualTo("a<v.a");
  }

  @Test
  void setOperationsMatchByPosition() {
    assertThat(lineage("SELECT a, b FROM t UNION SELECT c, d FROM u"))
        .isEqualTo("a<t.a+u.c b<t.b+u.d");
  }

  @Test
  void queriesInExpressionsCount() {
    assertThat(lineage(TABLES + "SELECT (SELECT max(c) FROM u WHERE u.k = t.k) AS m FROM t"))
        .isEqualTo("m<u.c");
    assertThat(lineage("SELECT transform(l, e -> e + k) AS m FROM t")).isEqualTo("m<t.k+t.l");
  }

  @Test
  void insertsWriteToColumns() {
    assertThat(lineage("INSERT INTO g (x, y) SELECT a, b FROM t")).isEqualTo("x<t.a y<t.b");
  }

  @Provide
  Arbitrary<List<String>> wrappings() {
    return Arbitraries.of("subquery", "common table", "view", "union").list().ofMaxSize(6);
  }

  /** However a query is wrapped, its columns are made of the same. */
  @Property(tries = 60)
  void wrappingChangesNothing(@ForAll("wrappings") List<String> wrappings) {
    String query = "SELECT a + k AS x, b AS y FROM t";
    List<String> statements = new ArrayList<>(List.of(TABLES));
    int count = 0;
    for (String wrapping : wrappings) {
      String name = "w" + count++;
      switch (wrapping) {
        case "subquery" -> query = "SELECT * FROM (" + query + ") " + name;
        case "common table" ->
            query = "WITH " + name + " AS (" + query + ") SELECT x, y FROM " + name;
        case "union" -> query = "SELECT x, y FROM ((" + query + ") UNION (" + query + ")) " + name;
        default -> {
          statements.add("CREATE VIEW " + name + " AS " + query + ";");
          query = "SELECT " + name + ".x, y FROM " + name;
        }
      }
    }
    assertThat(lineage(String.join("\n", statements) + query)).isEqualTo("x<t.a+t.k y<t.b");
  }
}
