package dev.bylaw.rules.sql.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.source.SourceFile;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SqlScanTest {
  private static final char MASK = Canvas.UNKNOWN;

  private static SqlScan scan(String sql) {
    return SqlScan.of(SourceFile.of("a.sql", sql), sql);
  }

  /** With {@code ?} for what is not known. */
  private static String masked(String sql) {
    return scan(sql).masked().replace(MASK, '?');
  }

  private static List<String> templates(String sql) {
    return scan(sql).templates().stream()
        .map(t -> t.kind().word() + " " + t.span().text())
        .toList();
  }

  @Test
  void templatesAreMasked() {
    assertThat(masked("a {{ b }} ${c}_d")).isEqualTo("a ??????? ????_d");
    assertThat(masked("a {% if x %}b{% endif %}{# c #}"))
        .isEqualTo("a           b                  ");
    assertThat(masked("'a {{ b('c') }}d'")).isEqualTo("'a ????????????d'");
    assertThat(masked("{{ config(a='b') }} a")).isEqualTo("                    a");
    assertThat(masked("a; {{ b }}\n; c")).isEqualTo("a;        \n; c");
  }

  @Test
  void whatOnlyLooksLikeATemplateStays() {
    for (String sql :
        List.of(
            "-- {{ a\nb -- }}",
            "/* {# */ a /* #} */",
            "a '{%' b '%}'",
            "a '{{\n}}'",
            "a ${\n}",
            "a {{ b",
            "$$ {{ a",
            "r'\\' -- b'")) {
      assertThat(masked(sql)).isEqualTo(sql);
    }
    assertThat(templates("-- {{ a }}\nb")).isEmpty();
  }

  @Test
  void aTemplateWithTheQuoteOfItsTextMayHideSql() {
    assertThat(templates("a '{{' || secret || '}}'"))
        .containsExactly("ambiguous {{' || secret || '}}");
    assertThat(scan("a '{{ b('c') }}'").templates().get(0).kind().hidesStatements()).isTrue();
    assertThat(scan("a '{{ b(\"c\") }}'").templates().get(0).kind().hidesStatements()).isFalse();
  }

  @Test
  void parametersAreToldFromOtherColons() {
    assertThat(templates("a = :b AND c IN (:d,:e) LIMIT :f"))
        .containsExactly("parameter :b", "parameter :d", "parameter :e", "parameter :f");
    assertThat(templates("a::int, b:c, STRUCT<a :INT, b: INT>, d[0]:e, f():g, '-:h', `a:b`"))
        .isEmpty();
  }

  @Test
  void commentsAreFound() {
    assertThat(
            scan("-- a\nb '-- c' /* d /* e */ f */ \"/*\" `--` r'\\' -- g").comments().stream()
                .map(c -> c.text())
                .toList())
        .containsExactly("-- a", "/* d /* e */ f */", "-- g");
  }

  @Provide
  Arbitrary<String> sql() {
    return Arbitraries.of(
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "#}",
            "${",
            "}",
            "'",
            "\"",
            "`",
            "$$",
            "--",
            "/*",
            "*/",
            "\n",
            "\\",
            ";",
            ":a",
            " ",
            "r'",
            "a",
            "\uD83D\uDE00",
            "config(")
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }

  @Property
  void onlyTemplatesChange(@ForAll("sql") String sql) {
    SqlScan scan = scan(sql);
    assertThat(scan.masked()).hasSameSizeAs(sql);
    int at = 0;
    for (Template template : scan.templates()) {
      assertThat(template.span().start()).isGreaterThanOrEqualTo(at);
      assertThat(scan.masked().substring(at, template.span().start()))
          .isEqualTo(sql.substring(at, template.span().start()));
      at = template.span().end();
    }
    assertThat(scan.masked().substring(at)).isEqualTo(sql.substring(at));
  }

  @Test
  void costIsLinearInHostileText() {
    for (String piece : List.of("{{", "${", "'{%", "a '{{", "{{ {%", "/*", "`${", "\"{#", ":a")) {
      String sql = piece.repeat(500_000);
      long start = System.nanoTime();
      scan(sql);
      assertThat(System.nanoTime() - start).as(piece).isLessThan(5_000_000_000L);
    }
  }
}
