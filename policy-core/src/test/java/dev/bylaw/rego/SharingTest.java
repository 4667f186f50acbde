package dev.bylaw.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.eval.EvaluationLimits;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is computed once, and what many threads share. */
class SharingTest {
  private static final int THREADS = 16;
  private static final int EVALUATIONS = 1_000_000;

  private final AtomicInteger calls = new AtomicInteger();

  /** Counts; its argument comes back. */
  private final Builtin seen =
      Builtin.of(
          "test.seen",
          "(x: any) => (y: any)",
          "Counts its calls.",
          (c, args) -> {
            calls.incrementAndGet();
            return args[0];
          });

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a rule asked twice          | 1 | r if { a; a }
          a rule asked by two rules   | 1 | r if { b; c }
          a function, same argument   | 1 | r if { f(1); f(1) }
          a function, two arguments   | 2 | r if { f(1); f(2) }
          a replaced path it reads    | 2 | r if { a; a with input.x as 2 }
          a replaced path it does not | 1 | r if { a; a with input.other as 2 }
          each with is a new world    | 3 | r if { a; a with input.x as 2; a with input.x as 2 }
          the key of a partial rule   | 1 | r if { p["k1"] }
          all of a partial rule       | 3 | r if { count(p) == 3 }
          a rule without input, whole | 2 | r if { constant["k1"]; constant["k2"] }
          the first that holds        | 1 | r if { some x in [1, 2, 3]; test.seen(x) }
          every, until one fails      | 2 | r := true if { not all_small } else := false
          """)
  void computed(String what, int times, String rule) throws ParseException {
    RegoProgram program =
        new RegoCompiler()
            .builtin(seen)
            .module(
                SourceFile.of(
                    "sharing.rego",
                    """
                    package sharing

                    a := test.seen(input.x)
                    b if a
                    c if a
                    f(x) := test.seen(x)
                    p[k] := v if { some k, v in {"k1": 1, "k2": 2, "k3": 3}; test.seen([v, input.x]) }
                    constant[k] if { some k in ["k1", "k2"]; test.seen(k) }
                    all_small if { every x in [1, 2, 3] { test.seen(x) < 2 } }
                    %s
                    """
                        .formatted(rule)))
            .compile();
    assertThat(program.evaluate(input("{\"x\": 1}"), List.of("sharing", "r"))).isPresent();
    assertThat(calls).as(what).hasValue(times);
  }

  @Test
  void rulesThatAreAskedOverOneInputShareWhatTheyNeed() throws ParseException {
    RegoProgram program =
        new RegoCompiler()
            .builtin(seen)
            .limits(EvaluationLimits.DEFAULT.withSteps(120))
            .module(
                SourceFile.of(
                    "over.rego",
                    """
                    package over

                    all contains x if { some x in input.xs; test.seen(x) }
                    large contains x if { some x in all; x > 1 }
                    small contains x if { some x in all; x < 3 }
                    endless contains x if { some x in numbers.range(1, 1000) }
                    """))
            .compile();
    RegoEvaluation evaluation = program.over(input("{\"xs\": [1, 2, 3]}").orElseThrow());
    assertThat(elements(evaluation, "large")).isEqualTo("2 3");
    assertThat(elements(evaluation, "small")).isEqualTo("1 2");
    assertThat(calls).hasValue(3);
    assertThatThrownBy(() -> elements(evaluation, "endless")).hasMessageContaining("120 steps");
    for (int i = 0; i < 100; i++) {
      assertThat(elements(evaluation, "small")).as("with a budget of its own").isEqualTo("1 2");
    }
    assertThat(calls).as("anew behind the one that was given up, once").hasValue(6);
    assertThat(elements(evaluation, "none")).isEmpty();
  }

  private static String elements(RegoEvaluation evaluation, String rule) {
    return evaluation.derive(List.of("over", rule)).stream()
        .map(d -> d.element().toString())
        .collect(Collectors.joining(" "));
  }

  @Test
  void manyThreadsGetTheSameAnswersAndLeaveNothingBehind() throws Exception {
    RegoProgram program =
        new RegoCompiler()
            .module(
                SourceFile.of(
                    "roles.rego",
                    """
                    package roles

                    grants := {"admin": {"read", "write"}, "guest": {"read"}}
                    allow if { some role in input.roles; input.action in grants[role] }
                    heavy := {x | some x in numbers.range(1, 10); x % input.n == 0}
                    deny contains sprintf("%s may not %s", [input.user, input.action]) if not allow
                    """))
            .compile();
    List<RegoValue> inputs =
        List.of(
            RegoJson.parse(
                "{\"user\": \"a\", \"roles\": [\"admin\"], \"action\": \"write\", \"n\": 2}"),
            RegoJson.parse(
                "{\"user\": \"b\", \"roles\": [\"guest\"], \"action\": \"write\", \"n\": 3}"),
            RegoJson.parse("{\"user\": \"c\", \"roles\": [], \"action\": \"read\", \"n\": 5}"));
    List<RegoValue> expected =
        inputs.stream()
            .map(i -> program.evaluate(Optional.of(i), List.of("roles")).orElseThrow())
            .toList();
    run(program, inputs, expected, EVALUATIONS / 10);
    long before = usedMemory();
    run(program, inputs, expected, EVALUATIONS);
    long grown = usedMemory() - before;
    System.out.printf("concurrency: %,d evaluations, %,d bytes more%n", EVALUATIONS, grown);
    assertThat(grown).as("bytes that are still in use").isLessThan(4 << 20);
  }

  private static void run(
      RegoProgram program, List<RegoValue> inputs, List<RegoValue> expected, int evaluations)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      Callable<Integer> task =
          () -> {
            int wrong = 0;
            for (int i = 0; i < evaluations / THREADS; i++) {
              int which = i % inputs.size();
              RegoValue answer =
                  program.evaluate(Optional.of(inputs.get(which)), List.of("roles")).orElseThrow();
              wrong += answer.equals(expected.get(which)) ? 0 : 1;
            }
            return wrong;
          };
      for (Future<Integer> wrong : pool.invokeAll(java.util.Collections.nCopies(THREADS, task))) {
        assertThat(wrong.get()).as("wrong answers").isZero();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static long usedMemory() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static Optional<RegoValue> input(String json) throws ParseException {
    return Optional.of(RegoJson.parse(json));
  }
}
