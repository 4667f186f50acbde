package dev.bylaw.rules.sql.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.rules.sql.ast.Definition;
import dev.bylaw.source.SourceFile;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastPredictionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a > 1, a >> 1, a >>> 1, a < b AND b << 2 > c FROM t",
        "SELECT NOT a = b, NOT NOT a IN (1, 2) OR b IS NOT NULL AND c BETWEEN 1 AND 2 AND d FROM t",
        "SELECT -a * b + c || d :: INT, a.b[1].c:d, transform(a, x -> x + 1), t.*, sum(a) OVER (ORDER BY b) FROM t",
        "SELECT INTERVAL 1 DAY, INTERVAL '1' HOUR hours, DATE '2026-01-01', CAST(a AS DOUBLE PRECISION)",
        "SELECT explode(a) (b, c), substring(a, 1, 2), trim(BOTH 'x' FROM a), (SELECT 1), (1, 2)",
        "SELECT * FROM a LATERAL VIEW explode(b) c AS d LEFT JOIN LATERAL (SELECT 1) ON e = f, g",
        "UPDATE t SET a = 1 WHERE b",
        "ALTER TABLE t ALTER COLUMN a SET TAGS ('b' = 'c')",
        "ALTER TABLE t ALTER COLUMN a TYPE ARRAY<STRUCT<b: MAP<INT, STRING>>>",
        "CREATE TABLE t (a INT COMMENT 'b' NOT NULL, c STRING DEFAULT 'd' COMMENT 'e', CHECK (a > 1))",
        "CREATE FUNCTION f(a INT DEFAULT 1) RETURNS INT DETERMINISTIC RETURN a",
        "MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *"
      })
  void whatThePredictionReadsIsWhatAntlrReads(String sql) {
    assertThat(tree(sql, true)).isEqualTo(tree(sql, false));
  }

  @Test
  void whatItReadsWrongIsReadInFull() {
    String odd = "CREATE TABLE t (s STRUCT<a: INT DEFAULT 1>)";
    assertThatThrownBy(() -> tree(odd, true)).isInstanceOf(ParseCancellationException.class);
    SourceFile file = SourceFile.of("a.sql", odd);
    DatabricksSql.Script script = DatabricksSql.parse(file, odd, SqlLimits.DEFAULT);
    assertThat(script.diagnostics()).isEmpty();
    assertThat(script.statements()).singleElement().isInstanceOf(Definition.Create.class);
  }

  private static String tree(String sql, boolean fast) {
    Tokens tokens = Tokens.of(sql);
    DatabricksSqlParser parser = new DatabricksSqlParser(tokens);
    ParserATNSimulator prediction = fast ? ParserCache.fast(parser) : ParserCache.full(parser);
    parser.setInterpreter(prediction);
    parser.setErrorHandler(new BailErrorStrategy());
    return parser.single().toStringTree(parser);
  }
}
