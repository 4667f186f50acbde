package dev.bylaw.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources that are made to be hard: each compiles or is refused with a place, soon. */
class HostileSourceTest {
  private static final int MANY = 100_000;
  private static final int RULES = 2_000;

  /** The first problem, without the file; or {@code ok}. */
  private static String compiled(String text) {
    return compiled("package p\n", text);
  }

  private static String compiled(String head, String text) {
    try {
      new RegoCompiler().module(SourceFile.of("h", head + text)).compile();
      return "ok";
    } catch (InputException e) {
      return e.diagnostics().get(0).toString();
    }
  }

  private static String each(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "x := ~[~1~]",
        "x := ~(~1~)",
        "x := ~{'a': ~1~}",
        "x := ~count(~1~)",
        "x := ~input[~1~]",
        "x := ~[y | y := ~1~]",
        "x := ~$'{~1~}'",
        "x if ~{ every y in input ~{ true }~}",
        "x := ~[~''~''"
      })
  void nestedBrackets(String start, String open, String inner, String close) {
    String text = (start + open.repeat(MANY) + inner + close.repeat(MANY)).replace('\'', '"');
    assertThat(compiled(text)).contains("brackets nest more than 200 levels deep");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "x := 1~' + 1'",
        "x := input.a~' | input.b'",
        "x := 1~' + 1 * 2'",
        "x if 1~' < 1'",
        "x if 1~' in input.a'",
        "x := 1~'\n\t+ 1'",
        "'import future.keywords\nx if input.a'~' and input.b'",
        "'import future.keywords\nx if input.a'~' or input.b and input.c'",
      })
  void chainsOfOperators(String start, String link) {
    assertThat(compiled(start + link.repeat(MANY)))
        .startsWith("h:")
        .contains("brackets and operators nest more than 500 levels deep");
  }

  @Test
  void bracketsAndOperatorsAddUp() {
    String deep = "(".repeat(150) + "1" + " + 1)".repeat(150);
    assertThat(compiled("x := " + deep)).isEqualTo("ok");
    assertThat(compiled("x := " + deep + " + 1".repeat(200))).isEqualTo("ok");
    assertThat(compiled("x := " + deep + " + 1".repeat(201)))
        .isEqualTo(
            "h:2:1708: rego_parse_error: brackets and operators nest more than 500 levels deep"
                + " (assign parts of the expression to variables)");
    assertThat(compiled("x := [" + "1 + 1, ".repeat(1_000) + "1]")).isEqualTo("ok");
    assertThat(compiled("x if {\n" + "1 + 1 == 2\n".repeat(1_000) + "}")).isEqualTo("ok");
  }

  @Test
  void signsAndNegations() {
    assertThat(compiled("x := " + "-".repeat(MANY) + "1")).contains("h:2:7: rego_parse_error");
    assertThat(compiled("x if " + "not ".repeat(MANY) + "input.a"))
        .contains("rego_parse_error: unexpected not keyword");
  }

  @Test
  void modifiers() {
    assertThat(compiled("x if input.a" + " with input.a as 1".repeat(MANY))).isEqualTo("ok");
  }

  @Test
  void stepsBehindVariableOnes() {
    IntFunction<String> rule = i -> "b" + i + ".n := 1\n";
    String reads = "x.r if data.p[_].s\n"; // of x, b0, b1, ... in p
    assertThat(compiled(each(999, rule) + reads)).isEqualTo("ok");
    assertThat(compiled(each(1_000, rule) + reads))
        .isEqualTo(
            "h:1002:1: rego_recursion_error: rule data.p.x.r is recursive: data.p.x.r -> data.p.x.r");
  }

  @Test
  void branches() {
    String elses = each(MANY, i -> " else := " + i + " if input.a == " + i + "\n");
    assertThat(compiled("x := 1 if input.a\n" + elses))
        .isEqualTo("h:503:2: rego_parse_error: a rule has more than 500 else branches");
    String f = each(500, i -> " else := " + i + " if a == " + i + "\n");
    assertThat(compiled("f(a) := 1 if not a\n" + f)).isEqualTo("ok");
  }

  @ParameterizedTest
  @CsvSource({"x := input,.a,''", "x := data,[0],''", "x,.a,' := 1'", "import data,.a,' as z'"})
  void references(String start, String step, String end) {
    assertThat(compiled(start + step.repeat(MANY) + end))
        .startsWith("h:2:")
        .contains("a reference has more than 500 steps");
    assertThat(compiled(start + step.repeat(500) + end)).isEqualTo("ok");
  }

  @Test
  void packages() {
    assertThat(compiled("package p" + ".a".repeat(MANY) + "\n", "x := 1"))
        .contains("a reference has more than 500 steps");
  }

  @Test
  void metadata() {
    assertThat(compiled("# METADATA\n# custom: " + "[".repeat(MANY) + "\nx := 1"))
        .isEqualTo("h:3:1: rego_parse_error: yaml: nests more than 200 levels");
  }

  @Test
  void longChainsOfRules() {
    assertThat(compiled(each(20_000, i -> "a" + i + " := a" + (i + 1) + "\n") + "a20000 := 1"))
        .isEqualTo("ok");
    assertThat(compiled(each(RULES, i -> "f" + (i + 1) + "(x) := f" + i + "(x)\n") + "f0(x) := x"))
        .isEqualTo("ok");
  }

  @Test
  void aLongCycleIsToldOnce() {
    String cycle = each(RULES, i -> "a" + i + " := a" + ((i + 1) % RULES) + "\n");
    assertThat(compiled(cycle))
        .startsWith(
            "h:2:1: rego_recursion_error: rule data.p.a0 is recursive: data.p.a0 -> data.p.a1 ->");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{'x': PREV}",
        "[PREV, PREV]",
        "{PREV}",
        "[y | y := PREV]",
        "{'x': PREV, 'y': PREV}"
      })
  void documentsInDocuments(String value) {
    String rules = each(RULES, i -> "a" + (i + 1) + " := " + value.replace("PREV", "a" + i) + "\n");
    assertThat(compiled(("a0 := [1]\n" + rules).replace('\'', '"'))).isEqualTo("ok");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "y# := [a | a := input.z; a > #]",
        "y# := #; every q in input.z { q > y# }",
        "y# := #; not input.a[y#]",
        "some y#; input.a[y#]",
        "input.a# == #"
      })
  void longBodies(String line) {
    String lines = each(RULES, i -> line.replace("#", String.valueOf(i)) + "\n");
    assertThat(compiled("x if {\n" + lines + "}")).isEqualTo("ok");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "known# if zznown# > 1~var zznown0 is unsafe (did you mean known0?)",
        "r# if cuont(#)~undefined function cuont (did you mean count?)",
        "r# if 1 == 'a'~match error",
        "r# := r#~rule data.p.r0 is recursive: data.p.r0 -> data.p.r0"
      })
  void manyProblems(String rule, String first) {
    String rules = each(RULES, i -> rule.replace("#", String.valueOf(i)) + "\n");
    SourceFile source = SourceFile.of("h", ("package p\n" + rules).replace('\'', '"'));
    List<String> problems = List.of();
    try {
      new RegoCompiler().module(source).compile();
    } catch (InputException e) {
      problems = e.diagnostics().stream().map(Object::toString).toList();
    }
    assertThat(problems).hasSize(1_001).anyMatch(p -> p.endsWith("error limit reached"));
    assertThat(problems).anyMatch(p -> p.contains(first));
  }
}
