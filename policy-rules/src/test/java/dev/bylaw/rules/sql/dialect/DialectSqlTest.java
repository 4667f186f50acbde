package dev.bylaw.rules.sql.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rules.sql.ast.ColumnDefinition;
import dev.bylaw.rules.sql.ast.DataType;
import dev.bylaw.rules.sql.ast.Definition;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Relation;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialectSqlTest {
  private static DialectSql.Result result(Dialect dialect, String sql) {
    return DialectSql.read(SourceFile.of("a.sql", sql).span(), sql, dialect);
  }

  private static Statement read(Dialect dialect, String sql) {
    DialectSql.Result result = result(dialect, sql);
    return result.statement().orElseThrow(() -> new AssertionError(result.problem()));
  }

  private static <T extends SqlNode> List<T> all(SqlNode node, Class<T> type) {
    List<T> found = new ArrayList<>();
    if (type.isInstance(node)) {
      found.add(type.cast(node));
    }
    node.children().forEach(child -> found.addAll(all(child, type)));
    return found;
  }

  private static List<String> tables(Statement statement) {
    return all(statement, Relation.Table.class).stream().map(t -> t.name().text()).toList();
  }

  @Test
  void queriesOfEachDialectAreRead() {
    assertThat(tables(read(Dialect.POSTGRESQL, "SELECT a::int FROM s.\"T\" WHERE b ~ 'x'")))
        .containsExactly("s.T");
    assertThat(tables(read(Dialect.TSQL, "SELECT TOP 3 [a b] FROM [db].[dbo].[t] CROSS JOIN u")))
        .containsExactly("db.dbo.t", "u");
    assertThat(
            tables(
                read(
                    Dialect.SNOWFLAKE,
                    "SELECT x:y.z FROM a.b.c QUALIFY row_number() OVER (ORDER BY d) = 1")))
        .containsExactly("a.b.c");
    assertThat(tables(read(Dialect.BIGQUERY, "SELECT * EXCEPT (a) FROM d.t")))
        .containsExactly("d.t");
    assertThat(tables(read(Dialect.ANSI, "SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u)")))
        .containsExactly("t", "u");
  }

  @Test
  void columnsOfTablesHaveTheirPlaces() {
    Statement statement =
        read(
            Dialect.POSTGRESQL,
            "CREATE TABLE s.t (\n  id integer NOT NULL,\n  \"the amount\" numeric(10, 2), id2 text)");
    assertThat(statement).isInstanceOf(Definition.Create.class);
    List<ColumnDefinition> columns = all(statement, ColumnDefinition.class);
    assertThat(columns.stream().map(c -> c.name().text()))
        .containsExactly("id", "the amount", "id2");
    assertThat(all(statement, DataType.class).stream().map(t -> t.span().text()))
        .containsExactly("integer", "numeric(10, 2)", "text");
    assertThat(columns.get(0).notNull().orElseThrow().text()).isEqualTo("NOT NULL");
    assertThat(columns.get(1).notNull()).isEmpty();
  }

  @Test
  void namesAndColumnsStandWhereTheyAreWritten() {
    Statement statement =
        read(Dialect.ANSI, "SELECT t.a, b AS \"c d\"\n\n\n-- x\nFROM s.u AS t WHERE t.e = 'f'");
    assertThat(all(statement, Expression.Column.class).stream().map(c -> c.span().text()))
        .containsExactlyInAnyOrder("t.a", "b", "t.e");
    assertThat(all(statement, Relation.Table.class).get(0).name().span().text()).isEqualTo("s.u");
    assertThat(all(statement, Identifier.class).stream().map(i -> i.span().text()))
        .contains("\"c d\"", "s", "u", "t");
  }

  @Test
  void problemsHaveAPlace() {
    DialectSql.Result result = result(Dialect.POSTGRESQL, "SELECT a FROM t WHERE )");
    assertThat(result.statement()).isEmpty();
    Diagnostic problem = result.problem().orElseThrow();
    assertThat(problem.message()).contains("expected another part of a statement of postgresql");
    assertThat(problem.span().orElseThrow().text()).isIn(")", "WHERE", "t");
  }

  @Test
  void hostileTextEndsInAProblem() {
    String deep = "SELECT " + "(".repeat(5_000) + "1" + ")".repeat(5_000);
    assertThat(result(Dialect.ANSI, deep).problem().orElseThrow().code()).isEqualTo("sql_too_deep");
    String wide = "SELECT a FROM t WHERE a IN (" + "12345, ".repeat(150_000) + "1)";
    DialectSql.Result result = result(Dialect.ANSI, wide);
    assertThat(result.statement().isPresent() || result.problem().isPresent()).isTrue();
  }

  @Test
  void typesOfServersNameADialect() {
    assertThat(Dialect.of("postgres")).contains(Dialect.POSTGRESQL);
    assertThat(Dialect.of("SqlServer")).contains(Dialect.TSQL);
    assertThat(Dialect.of("snowflake")).contains(Dialect.SNOWFLAKE);
    assertThat(Dialect.of("kafka")).isEmpty();
  }
}
