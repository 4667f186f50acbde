package dev.bylaw.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.rego.eval.EvaluationLimits;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationLimitsTest {
  private static final String LONG_WALK =
      """
      package p

      answer := count([1 |
        some i in numbers.range(1, 3000)
        some j in numbers.range(1, 3000)
        i * j == 17
      ])
      """;

  private static Optional<RegoValue> answer(String module, EvaluationLimits limits) {
    return new RegoCompiler()
        .module(SourceFile.of("p.rego", module))
        .limits(limits)
        .compile()
        .evaluate(Optional.empty(), List.of("p", "answer"));
  }

  @Test
  void stepsAreCounted() {
    String walk = "package p\n\nanswer := count([i | some i in numbers.range(1, 1000)])";
    assertThat(answer(walk, EvaluationLimits.DEFAULT.withSteps(10_000)))
        .hasToString("Optional[1000]");
    assertThatThrownBy(() -> answer(walk, EvaluationLimits.DEFAULT.withSteps(1_000)))
        .isInstanceOf(RegoEvaluationException.class)
        .hasMessage("eval_cancel_error: the evaluation needs more than 1000 steps");
  }

  @Test
  void timeRunsOut() {
    assertThatThrownBy(
            () -> answer(LONG_WALK, EvaluationLimits.DEFAULT.withTime(Duration.ofMillis(20))))
        .isInstanceOf(RegoEvaluationException.class)
        .hasMessage("eval_cancel_error: the evaluation takes longer than 20 ms");
  }

  @Test
  void theThreadCanBeInterrupted() throws InterruptedException {
    StringBuilder message = new StringBuilder();
    Thread thread =
        new Thread(
            () -> {
              try {
                message.append(answer(LONG_WALK, EvaluationLimits.DEFAULT));
              } catch (RegoEvaluationException e) {
                message.append(e.getMessage());
              }
            });
    thread.start();
    thread.interrupt();
    thread.join();
    assertThat(message).hasToString("eval_cancel_error: caller cancelled query execution");
  }

  @Test
  void collectedValuesAreCounted() {
    String collecting = "package p\n\nanswer := count({i | some i in numbers.range(1, 1000)})";
    assertThat(answer(collecting, EvaluationLimits.DEFAULT.withValues(1_000)))
        .hasToString("Optional[1000]");
    assertThatThrownBy(() -> answer(collecting, EvaluationLimits.DEFAULT.withValues(999)))
        .hasMessage("eval_cancel_error: the evaluation collects more than 999 values");
  }

  @Test
  void rulesThatNeedEachOtherAreCounted() {
    String chain =
        IntStream.range(0, 50)
            .mapToObj(i -> "r%d := r%d + 1".formatted(i, i + 1))
            .collect(Collectors.joining("\n", "package p\n\nanswer := r0\n", "\nr50 := input.x"));
    assertThat(answer(chain, EvaluationLimits.DEFAULT)).isEmpty();
    assertThatThrownBy(() -> answer(chain, EvaluationLimits.DEFAULT.withDepth(40)))
        .hasMessage("eval_cancel_error: rules need each other more than 40 deep");
  }

  @Test
  void aStackThatIsTooSmallIsAnAnswerToo() throws InterruptedException {
    String chain =
        IntStream.range(0, 900)
            .mapToObj(i -> "r%d := [x | x := r%d][0]".formatted(i, i + 1))
            .collect(Collectors.joining("\n", "package p\n\nanswer := r0\n", "\nr900 := 1"));
    RegoProgram program = new RegoCompiler().module(SourceFile.of("p.rego", chain)).compile();
    StringBuilder message = new StringBuilder();
    Thread small =
        new Thread(
            null,
            () -> {
              try {
                message.append(program.evaluate(Optional.empty(), List.of("p", "answer")));
              } catch (RegoEvaluationException e) {
                message.append(e.getMessage());
              }
            },
            "small stack",
            200_000);
    small.start();
    small.join();
    assertThat(message.toString()).startsWith("eval_cancel_error: the evaluation nests too deeply");
  }
}
