package dev.bylaw.rego.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintTest {
  private final List<String> printed = new ArrayList<>();

  private RegoProgram compile(String rules) {
    return new RegoCompiler()
        .module(SourceFile.of("p.rego", "package p\n" + rules))
        .print(line -> printed.add(line.toString()))
        .compile();
  }

  private static Optional<RegoValue> input() throws ParseException {
    return Optional.of(RegoJson.parse("{\"a\": 1, \"names\": [\"x\", \"y\"]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "print(\"a\", 1.5, null, [1, \"x\"], {\"k\": {2}}, set()) => a 1.5 null [1, \"x\"] {\"k\": {2}} set()",
        "print(input.none, 1 / 0, \"x\")                         => <undefined> <undefined> x",
        "print()                                                 => ``",
        "not print(\"n\")                                        => n",
        "x := input.a; print(x, $\"is {x}\", [y | some y in input.names]) => 1 is 1 [\"x\", \"y\"]",
        "print(input.a) with input.a as 2                        => 1",
        "x = 1; print(x)                                         => 1",
      })
  void linesAreOpas(String body, String text) throws ParseException {
    RegoProgram program = compile("r if { " + body + " }");
    assertThat(program.evaluate(input(), List.of("p", "r"))).isPresent();
    assertThat(printed).containsExactly("p.rego:2: " + text);
  }

  @Test
  void everyQueryPrintsOnce() throws ParseException {
    RegoProgram program =
        compile(
            """
            f(x) if print("f", x)
            constant if {
              f(1)
              f(1)
              f(2)
            }
            """);
    program.evaluate(input(), List.of("p", "constant"));
    assertThat(printed).containsExactly("p.rego:2: f 1", "p.rego:2: f 2");
    program.evaluate(input(), List.of("p"));
    assertThat(printed).hasSize(4);
  }

  @Test
  void queriesPrint() throws ParseException {
    RegoProgram program = compile("a := 7");
    program
        .prepare(SourceFile.of("q", "print(\"a is\", data.p.a)"), RegoVersion.V1)
        .evaluate(input());
    assertThat(printed).containsExactly("q:1: a is 7");
  }

  @Test
  void printIsLeftOutByDefault() throws ParseException {
    RegoProgram program =
        new RegoCompiler()
            .module(SourceFile.of("p.rego", "package p\nr if { print(data.p.f(1)); not print() }"))
            .compile();
    assertThat(program.evaluate(input(), List.of("p", "r"))).hasToString("Optional[true]");
  }

  @Test
  void aFunctionMayBeCalledPrint() throws ParseException {
    RegoProgram program = compile("print(x) := x + 1\nr := print(1)\ns if print(1)");
    assertThat(program.evaluate(input(), List.of("p")))
        .hasToString("Optional[{\"r\": 2, \"s\": true}]");
    assertThat(printed).isEmpty();
  }

  @Test
  void whatIsPrintedHasAValueBefore() {
    assertThatThrownBy(() -> compile("r if print(x)"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("p.rego:2:12: rego_compile_error: var x is undeclared");
    assertThatThrownBy(() -> compile("r if { some i; print(input.names[i]) }"))
        .hasMessageContaining("var i is undeclared");
    assertThatThrownBy(() -> compile("r if print(_)")).hasMessageContaining("var _ is undeclared");
  }

  @Test
  void derivingPrintsOnceAlsoIfObserved() throws ParseException {
    RegoProgram program = compile("deny contains x if {\n  some x in input.names\n  print(x)\n}");
    TraceText trace = new TraceText();
    assertThat(program.observed(trace).derive(input().orElseThrow(), List.of("p", "deny")))
        .isEqualTo(program.derive(input().orElseThrow(), List.of("p", "deny")));
    assertThat(printed).containsExactly("p.rego:4: x", "p.rego:4: y", "p.rego:4: x", "p.rego:4: y");
    assertThat(trace.text()).contains("Exit data.p.deny");
  }
}
