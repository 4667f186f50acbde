package dev.bylaw.rules.sql.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rules.sql.text.Canvas;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PythonFactsTest {
  private static PythonFacts facts(String python, Canvas sql) {
    return PythonFacts.of(SourceFile.of("a.py", python), python, sql);
  }

  /** The SQL, with {@code ?} for what is not known, without blanks around it. */
  private static String sql(String python) {
    Canvas canvas = new Canvas(python);
    facts(python, canvas);
    return canvas.text().replace(Canvas.UNKNOWN, '?').replace(Canvas.NOTHING, '~').strip();
  }

  private static List<String> tables(String python) {
    List<Located> tables = facts(python, new Canvas(python)).tables("/t", 0, new ArrayList<>());
    return tables.stream().map(t -> t.value().toString()).toList();
  }

  @Test
  void literalsGivenToTheConnectorAreSql() {
    assertThat(sql("from databricks import sql\nwith c as cursor:\n  cursor.execute('SELECT 1')"))
        .isEqualTo("SELECT 1;");
    assertThat(sql("import databricks.sql as d\nself.cursor.execute(f'SELECT {x}')"))
        .isEqualTo("SELECT ???;");
    assertThat(sql("import sqlite3\ncursor.execute('SELECT 1')")).isEmpty();
  }

  @Test
  void literalsGivenToSparkAreSql() {
    assertThat(sql("x = spark.sql('SELECT 1')")).isEqualTo("SELECT 1;");
    assertThat(sql("spark.sql(\n  '''a\n  b''', args={'c': 'd'})")).isEqualTo("a\n  b  ;");
    assertThat(sql("self.spark_session.sql(('a ' \"b\"))")).isEqualTo("a    b ;");
    assertThat(sql("spark.sql('it\\'s \\\\ \\n')")).isEqualTo("it~'s ~\\ ~\n;");
    assertThat(sql("spark.sql(r'\\d')")).isEqualTo("\\d;");
  }

  @Test
  void textsAndCommentsAreNoCode() {
    assertThat(sql("# spark.sql('a')\nx = \"spark.sql('b')\"\nother.sql('c')")).isEmpty();
  }

  @Test
  void whatPythonComputesIsNotKnown() {
    assertThat(sql("spark.sql(f'a {b} {{c}} {d[\"e\"]}')")).isEqualTo("a ??? ~{c~} ????????;");
    assertThat(sql("spark.sql('a {} b'.format(c))")).isEqualTo("a ?? b          ;");
    assertThat(sql("spark.sql('a %s b' % c)")).isEqualTo("a ?? b    ;");
    assertThat(sql("spark.sql('a ' + b + ' c')")).isEqualTo("a ????????? c;");
    assertThat(sql("spark.sql('a ' + b)")).isEqualTo("a ????;");
    assertThat(sql("spark.sql('ab' 'cd')")).isEqualTo("ab???cd;");
    assertThat(sql("spark.sql(query)")).isEmpty();
  }

  @Test
  void statementsThatAreNotSeenAreNoted() {
    for (String python :
        List.of("spark.sql(query)", "spark.sql()", "spark.sql('a'.replace('b', c))")) {
      assertThat(facts(python, new Canvas(python)).templates())
          .as(python)
          .anyMatch(t -> t.kind().hidesStatements());
    }
  }

  @Test
  void namesOfModulesAreFollowed() {
    assertThat(tables("import dlt as d\n@d.table\ndef a(): pass")).hasSize(1);
    assertThat(tables("from dlt import *\n@table()\nasync def a(): pass")).hasSize(1);
    assertThat(tables("from pyspark import pipelines as p\n@p.temporary_view\ndef a(): pass"))
        .hasSize(1);
    assertThat(tables("@other.table\ndef a(): pass")).isEmpty();
    assertThat(tables("@dlt.table\nclass A: pass")).isEmpty();
  }

  @Provide
  Arbitrary<String> python() {
    return Arbitraries.of(
            "@dlt.table",
            "(",
            ")",
            "[",
            "{",
            "}",
            ":",
            ",",
            "name=",
            "'a'",
            "\"\"\"",
            "'",
            "f'{",
            "\\",
            "\n",
            "def x",
            "spark.sql(",
            "+",
            "%",
            ".format(",
            "dlt.read(",
            "#",
            "@dlt.expect_all(",
            "*",
            "dlt.create_streaming_table(",
            "import dlt as ",
            "\uD83D\uDE00",
            " ")
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }

  @Property
  void anyTextHasFactsWithPlacesInIt(@ForAll("python") String python) {
    Canvas canvas = new Canvas(python);
    PythonFacts facts = facts(python, canvas);
    assertThat(canvas.text()).hasSameSizeAs(python);
    facts.tables("/t", 0, new ArrayList<>()).forEach(t -> assertThat(t.span().text()).isNotEmpty());
  }

  @Test
  void costIsLinearInHostileText() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (String piece :
        List.of(
            "spark.sql(",
            "dlt.read(",
            "(",
            "[",
            "{'a':",
            "spark.sql('a' ",
            "@dlt.table(",
            "f'{{{",
            "\"\"\"",
            "'a' + ",
            "spark.table('a' + ",
            "@dlt.expect_all({",
            "import ")) {
      String python = piece.repeat(100_000);
      long start = threads.getCurrentThreadCpuTime(); // other builds may share the machine
      facts(python, new Canvas(python));
      assertThat(threads.getCurrentThreadCpuTime() - start).as(piece).isLessThan(5_000_000_000L);
    }
  }
}
