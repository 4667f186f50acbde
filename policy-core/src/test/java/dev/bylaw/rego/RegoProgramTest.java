package dev.bylaw.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.eval.EvaluationLimits;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RegoProgramTest {
  private static final String WAREHOUSE_SIZE =
      """
      # METADATA
      # title: Warehouses are not larger than the limit
      # custom:
      #   severity: error
      package acme.cost.warehouse_size

      import data.parameters.cost.warehouse_size as params

      sizes := ["2X-Small", "X-Small", "Small", "Medium", "Large", "X-Large", "2X-Large"]

      allowed contains size if {
        some limit
        sizes[limit] == params.max
        some i, size in sizes
        i <= limit
      }

      deny contains finding if {
        size := input.warehouse.cluster_size
        not size in allowed
        finding := {"msg": sprintf("%s: size %s is above %s",
          [input.warehouse.name, size, params.max]), "wanted": params.max}
      }
      """;

  private static RegoProgram compile(String module) {
    return new RegoCompiler().module(SourceFile.of("p.rego", module)).compile();
  }

  private static RegoValue json(String text) throws ParseException {
    return RegoJson.parse(text);
  }

  private static String diagnostics(String module) {
    try {
      compile(module);
      return "none";
    } catch (InputException e) {
      return String.join("\n", e.diagnostics().stream().map(Object::toString).toList());
    }
  }

  @Test
  void aPolicySaysWhatItReadOfTheInput() throws ParseException {
    RegoProgram program =
        new RegoCompiler()
            .module(SourceFile.of("size.rego", WAREHOUSE_SIZE))
            .data(
                (RegoObject)
                    json(
                        "{\"parameters\": {\"cost\": {\"warehouse_size\": {\"max\": \"X-Large\"}}}}"))
            .compile();
    List<String> deny = List.of("acme", "cost", "warehouse_size", "deny");
    List<Derivation> found =
        program.derive(
            json("{\"warehouse\": {\"name\": \"bi\", \"cluster_size\": \"2X-Large\"}}"), deny);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).element())
        .hasToString("{\"msg\": \"bi: size 2X-Large is above X-Large\", \"wanted\": \"X-Large\"}");
    // the name is read only for the message, so it is not among the reads
    assertThat(found.get(0).reads()).hasToString("[[\"warehouse\", \"cluster_size\"]]");
    assertThat(program.derive(json("{\"warehouse\": {\"cluster_size\": \"Small\"}}"), deny))
        .isEmpty();
    assertThat(program.modules().get(0).annotations().get(0).values().get("title"))
        .hasToString("\"Warehouses are not larger than the limit\"");
    assertThat(program.modules().get(0).annotations().get(0).places().get("/custom/severity"))
        .hasToString("size.rego:4:15");
  }

  @Test
  void readsFollowIterationAndAliases() throws ParseException {
    RegoProgram program =
        compile(
            """
            package p

            deny contains msg if {
              some table in input.sql.tables
              some column in table.columns
              column.name != upper(column.name)
              msg := sprintf("%s.%s", [table.name, column.name])
            }

            deny contains "no owner" if not input.sql.owner
            """);
    List<Derivation> found =
        program.derive(
            json(
                "{\"sql\": {\"tables\": [{\"name\": \"A\", \"columns\": [{\"name\": \"X\"}, {\"name\": \"y\"}]}]}}"),
            List.of("p", "deny"));
    assertThat(found)
        .extracting(d -> d.element().toString())
        .containsExactly("\"A.y\"", "\"no owner\"");
    List<List<RegoValue>> reads = found.get(0).reads();
    assertThat(reads.get(reads.size() - 1))
        .hasToString("[\"sql\", \"tables\", 0, \"columns\", 1, \"name\"]");
    assertThat(found.get(1).reads()).hasToString("[[\"sql\", \"owner\"]]");
  }

  @Test
  void allProblemsAreReportedAtOnceWithTheirPlace() {
    assertThat(
            diagnostics(
                """
                package p

                a if x > 1

                b if unknown.thing(1)

                c if d

                d if c
                """))
        .isEqualTo(
            """
            p.rego:3:6: rego_unsafe_var_error: var x is unsafe
            p.rego:5:6: rego_type_error: undefined function unknown.thing
            p.rego:7:1: rego_recursion_error: rule data.p.c is recursive: data.p.c -> data.p.d -> data.p.c
            p.rego:9:1: rego_recursion_error: rule data.p.d is recursive: data.p.d -> data.p.c -> data.p.d""");
    assertThat(diagnostics("package p\n\na if {"))
        .isEqualTo("p.rego:3:7: rego_parse_error: unexpected eof token");
  }

  @Test
  void anEvaluationEndsAtItsBudget() {
    RegoProgram program =
        new RegoCompiler()
            .module(
                SourceFile.of(
                    "p.rego",
                    "package p\n\nn := count([1 | some i in numbers.range(1, 1000); some j in numbers.range(1, 1000); i == j])"))
            .limits(EvaluationLimits.DEFAULT.withSteps(10_000))
            .compile();
    assertThatThrownBy(() -> program.evaluate(Optional.empty(), List.of("p", "n")))
        .isInstanceOf(RegoEvaluationException.class)
        .hasMessageContaining("eval_cancel_error")
        .hasMessageContaining("10000 steps");
  }

  @Test
  void twoValuesOfOneRuleAreAConflict() throws ParseException {
    RegoProgram program = compile("package p\n\nx := v if some v in input.values");
    assertThat(program.evaluate(Optional.of(json("{\"values\": [1, 1]}")), List.of("p", "x")))
        .hasToString("Optional[1]");
    assertThatThrownBy(
            () -> program.evaluate(Optional.of(json("{\"values\": [1, 2]}")), List.of("p", "x")))
        .hasMessageContaining(
            "p.rego:3:1: eval_conflict_error: complete rules must not produce multiple outputs");
  }

  @Test
  void emptyBracketsMakeNoFunction() throws ParseException {
    RegoProgram program = compile("package p\n\nf() := 1\n\ny := f + 1");
    assertThat(program.evaluate(Optional.empty(), List.of("p", "y"))).hasToString("Optional[2]");
    RegoProgram called = compile("package p\n\nf() := input.x\n\ny := f()");
    assertThat(called.evaluate(Optional.of(json("{\"x\": 3}")), List.of("p", "y")))
        .hasToString("Optional[3]");
  }

  /** To OPA, a call of a query binds one more variable, and a reference is one of an equation. */
  @Test
  void valuesOfQueriesCountForSafety() throws ParseException {
    RegoProgram program = compile("package p\n\nx := 1");
    RegoValue input = json("{\"x\": [0, [2]]}");
    for (String body :
        List.of(
            "v = 1; input.x[v] != [1 | v]",
            "every w in [2] { v != w }; input.x[v] == [2]",
            "every w in [2] { v != w }; count(input.x, 2); input.x[v] == [2]; input")) {
      RegoQuery query = program.prepare(SourceFile.of("query", body), RegoVersion.V1);
      assertThat(query.evaluate(Optional.of(input))).as(body).hasToString("[{\"v\": 1}]");
    }
    for (String body :
        List.of(
            "input[[1 | v]]; v = 1",
            "v = 1; count([1 | v], v)",
            "every w in [2] { v != w }; count(input, v)")) {
      assertThatThrownBy(() -> program.prepare(SourceFile.of("query", body), RegoVersion.V1))
          .as(body)
          .hasMessageContaining("var v is unsafe");
    }
  }

  @Test
  void oneProgramServesManyThreads()
      throws ParseException, InterruptedException, ExecutionException {
    RegoProgram program =
        compile(
            "package p\n\ntotal := s if s := sum([y | some x in input.xs; x % 3 == input.r; y := x * 2])");
    RegoQuery query = program.prepare(SourceFile.of("query", "x = data.p.total"), RegoVersion.V1);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Boolean>> results = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int r = i % 3;
      results.add(
          threads.submit(
              () -> {
                RegoValue input = json("{\"xs\": [1, 2, 3, 4, 5, 6], \"r\": " + r + "}");
                int want = r == 0 ? 18 : r == 1 ? 10 : 14;
                return query
                    .evaluate(Optional.of(input))
                    .toString()
                    .equals("[{\"x\": " + want + "}]");
              }));
    }
    threads.shutdown();
    for (Future<Boolean> result : results) {
      assertThat(result.get()).isTrue();
    }
  }
}
