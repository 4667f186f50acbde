package dev.bylaw.rules.sql.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.sql.SqlReader;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaStateTest {
  private static final String TABLE =
      "CREATE TABLE c.s.t (id INT NOT NULL COMMENT 'key', v STRING) COMMENT 'first';\n";

  private static Located state(String sql) {
    var read = new SqlReader().read(SourceFile.of("a.sql", sql)).orElseThrow();
    assertThat(read.diagnostics()).isEmpty();
    return at(read.subjects().get(0).input(), "sql", "state");
  }

  private static Located at(Located value, Object... path) {
    List<RegoValue> keys =
        Arrays.stream(path)
            .map(
                k ->
                    k instanceof Integer i
                        ? (RegoValue) RegoNumber.of(i)
                        : RegoString.of((String) k))
            .toList();
    return value.find(keys).orElseThrow(() -> new AssertionError(Arrays.toString(path)));
  }

  private static String text(Located value, Object... path) {
    return at(value, path).value().toString();
  }

  @Test
  void tablesEndUpAsTheStatementsLeaveThem() {
    Located state =
        state(
            TABLE
                + """
                ALTER TABLE c.s.t ADD COLUMN w DECIMAL(10, 2);
                ALTER TABLE c.s.t RENAME COLUMN v TO name;
                ALTER TABLE c.s.t ALTER COLUMN name COMMENT 'who';
                ALTER TABLE c.s.t SET TAGS ('pii' = 'yes', 'x' = 'y');
                ALTER TABLE c.s.t UNSET TAGS ('x');
                ALTER TABLE c.s.t OWNER TO `the owners`;
                COMMENT ON TABLE c.s.t IS 'last';
                GRANT SELECT, MODIFY ON TABLE c.s.t TO bi;
                REVOKE MODIFY ON TABLE c.s.t FROM bi;
                """);
    assertThat(text(state, "tables", 0, "comment")).isEqualTo("\"last\"");
    assertThat(at(state, "tables", 0, "comment").span().line()).isEqualTo(8);
    assertThat(text(state, "tables", 0, "owner")).isEqualTo("\"the owners\"");
    assertThat(text(state, "tables", 0, "tags")).isEqualTo("{\"pii\": \"yes\"}");
    assertThat(text(state, "tables", 0, "columns", 1, "name")).isEqualTo("\"name\"");
    assertThat(text(state, "tables", 0, "columns", 1, "comment")).isEqualTo("\"who\"");
    assertThat(text(state, "tables", 0, "columns", 2, "type")).isEqualTo("\"DECIMAL(10,2)\"");
    assertThat(text(state, "tables", 0, "grants"))
        .isEqualTo("[{\"kind\": \"GRANT\", \"principal\": \"bi\", \"privilege\": \"SELECT\"}]");
    assertThat(text(state, "unapplied")).isEqualTo("[]");
  }

  @Test
  void masksComeAndGo() {
    Located masked = state(TABLE + "ALTER TABLE c.s.t ALTER COLUMN id SET MASK c.s.hide;");
    assertThat(text(masked, "tables", 0, "columns", 0, "mask")).isEqualTo("\"c.s.hide\"");
    assertThat(at(masked, "tables", 0, "columns", 0, "mask").span().line()).isEqualTo(2);
    Located bare =
        state(
            TABLE
                + "ALTER TABLE c.s.t ALTER COLUMN id SET MASK c.s.hide;\n"
                + "ALTER TABLE c.s.t ALTER COLUMN id DROP MASK;");
    assertThat(at(bare, "tables", 0, "columns", 0).find(List.of(RegoString.of("mask")))).isEmpty();
  }

  @Test
  void tablesAreDroppedReplacedAndRenamed() {
    assertThat(text(state(TABLE + "DROP TABLE c.s.t;"), "tables")).isEqualTo("[]");
    assertThat(text(state(TABLE + "DROP SCHEMA c.s CASCADE;"), "tables")).isEqualTo("[]");
    Located renamed = state(TABLE + "ALTER TABLE c.s.t RENAME TO c.s.u;");
    assertThat(text(renamed, "tables", 0, "fullName")).isEqualTo("\"c.s.u\"");
    Located replaced = state(TABLE + "CREATE OR REPLACE TABLE c.s.t (x INT);");
    assertThat(text(replaced, "tables", 0, "columns", 0, "name")).isEqualTo("\"x\"");
    Located kept = state(TABLE + "CREATE TABLE IF NOT EXISTS c.s.t (x INT);");
    assertThat(text(kept, "tables", 0, "columns", 0, "name")).isEqualTo("\"id\"");
  }

  @Test
  void namesMeanWhatUseSays() {
    Located state =
        state("USE CATALOG c;\nUSE SCHEMA s;\n" + TABLE + "COMMENT ON TABLE t IS 'by its name';");
    assertThat(text(state, "tables", 0, "comment")).isEqualTo("\"by its name\"");
  }

  @Test
  void whatMayNotRunIsNamed() {
    Located state = state(TABLE + "BEGIN\n IF 1 = 1 THEN DROP TABLE c.s.t; END IF;\nEND;");
    assertThat(text(state, "tables", 0, "name")).isEqualTo("\"t\"");
    assertThat(text(state, "unapplied", 0, "kind")).isEqualTo("\"IF\"");
  }
}
