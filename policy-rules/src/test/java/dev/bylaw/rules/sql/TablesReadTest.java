package dev.bylaw.rules.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a table where several things may stand. */
class TablesReadTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM range(5, 10)                                  |",
        "SELECT * FROM range(5, 10) AS r                             |",
        "SELECT * FROM read_files('/p', format => 'csv')             |",
        "SELECT * FROM STREAM read_files('/p')                       |",
        "SELECT * FROM VALUES('a') AS t(c)                           |",
        "SELECT * FROM VALUES (1, 2), (3, 4)                         |",
        "SELECT * FROM STREAM x                                      | x",
        "SELECT * FROM STREAM(a.b.c)                                 | a.b.c",
        "SELECT * FROM stream                                        | stream",
        "SELECT * FROM stream AS s JOIN t                            | stream t",
        "SELECT * FROM t AS u                                        | t",
        "SELECT * FROM t@v3                                          | t",
        "SELECT * FROM t VERSION AS OF 3                             | t",
        "SELECT * FROM delta.`/mnt/x`                                | delta./mnt/x",
        "WITH t AS (SELECT * FROM t) SELECT * FROM t, s.t            | t s.t",
        "INSERT OVERWRITE DIRECTORY '/out' USING csv SELECT * FROM t | t",
      })
  void tablesAreWhatIsRead(String sql, String expected) {
    List<String> names = new ArrayList<>();
    for (Subject subject : SqlReaderTest.read(sql).subjects()) {
      var path = List.of(RegoString.of("sql"), RegoString.of("statements"));
      for (Located statement : elements(subject.input().find(path).orElseThrow())) {
        for (Located read : elements(statement.child(RegoString.of("reads")).orElseThrow())) {
          names.add(
              ((RegoString) read.child(RegoString.of("fullName")).orElseThrow().value()).value());
        }
      }
    }
    assertThat(String.join(" ", names)).isEqualTo(expected == null ? "" : expected);
  }

  private static List<Located> elements(Located list) {
    return ((Located.Array) list).elements();
  }
}
