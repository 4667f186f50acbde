package dev.bylaw.rego.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListenersTest {
  private static final RegoProgram PROGRAM =
      new RegoCompiler()
          .module(
              SourceFile.of(
                  "p.rego",
                  """
                  package p

                  small contains x if {
                    some x in data.numbers
                    x < data.limit
                  }

                  large if {
                    count(small) == 0
                  }
                  """))
          .data(
              RegoObject.builder()
                  .put("limit", RegoNumber.of(2))
                  .put("numbers", RegoObject.of(RegoNumber.ZERO, RegoNumber.ONE))
                  .build())
          .compile();

  private static void evaluate(TraceListener listener, String rule) {
    PROGRAM.observed(listener).evaluate(Optional.empty(), List.of("p", rule));
  }

  @Test
  void eventsHaveTheBindingsOfTheirMoment() {
    List<String> seen = new ArrayList<>();
    evaluate(e -> seen.add(e.op() + " " + e.query() + " " + e.bindings().get()), "small");
    assertThat(seen)
        .containsExactly(
            "ENTER 1 {}",
            "EVAL 1 {}",
            "INDEX 1 {}",
            "ENTER 2 {}",
            "EVAL 2 {}",
            "EVAL 2 {x=1}",
            "EVAL 2 {x=1}",
            "EXIT 2 {x=1}",
            "REDO 2 {x=1}",
            "REDO 2 {x=1}",
            "REDO 2 {x=1}",
            "REDO 2 {x=1}",
            "EXIT 1 {}",
            "REDO 1 {}",
            "REDO 1 {}");
  }

  @Test
  void aTraceKeepsNoMoreThanItsLimit() {
    TraceText trace = new TraceText(2);
    evaluate(trace, "small");
    assertThat(trace.text())
        .isEqualTo(
            """
            query:1     Enter data.p.small = _
            query:1     | Eval data.p.small = _
            ... and 13 more steps
            """);
  }

  @Test
  void queriesAreObservedAsTheyAreWritten() {
    TraceText trace = new TraceText();
    assertThat(
            PROGRAM
                .observed(trace)
                .prepare(SourceFile.of("q", "x := count(data.p.small); x > 1"), RegoVersion.V1)
                .evaluate(Optional.empty()))
        .isEmpty();
    assertThat(trace.text())
        .startsWith(
            "q:1          Enter __local0__ = data.p.small; count(__local0__, __local1__);"
                + " x = __local1__; gt(x, 1)\n")
        .contains("q:1          | Fail gt(x, 1)\n");
  }

  @Test
  void coverageGrowsAndMerges() {
    Coverage first = new Coverage();
    evaluate(first, "small");
    CoverageReport report = first.report(PROGRAM.modules());
    assertThat(report.files().values())
        .flatExtracting(CoverageReport.File::notCovered)
        .containsExactly(new SourceRange(8, 1, 8, 6), new SourceRange(9, 3, 9, 20));
    assertThat(report.percentage()).isEqualTo(60);
    Coverage second = new Coverage();
    evaluate(second, "large");
    second.merge(first);
    assertThat(second.report(PROGRAM.modules()).notCoveredLines()).isEqualTo(1);
    assertThat(second.report(List.of()).percentage()).isZero();
  }

  @Test
  void expressionsOfOneLineAreToldApart() {
    RegoProgram program =
        new RegoCompiler()
            .module(
                SourceFile.of("a.rego", "package p\n\nf(x) := y if { x > 1; y := x + 1; y < 4 }\n"))
            .module(SourceFile.of("b.rego", "package p\n\nasked := f(data.n)\n"))
            .compile();
    Coverage coverage = new Coverage();
    RegoProgram observed = program.observed(coverage);
    assertThat(open(coverage, program))
        .containsExactly(
            "a.rego:3:1 f(x) := y",
            "a.rego:3:16 x > 1",
            "a.rego:3:23 y := x + 1",
            "a.rego:3:35 y < 4",
            "b.rego:3:1 asked := f(data.n)");
    assertThat(coverage.expressions(program.modules()).percentage()).isZero();
    ask(observed, 1);
    assertThat(open(coverage, program))
        .containsExactly(
            "a.rego:3:1 f(x) := y",
            "a.rego:3:23 y := x + 1",
            "a.rego:3:35 y < 4",
            "b.rego:3:1 asked := f(data.n)");
    ask(observed, 5);
    assertThat(open(coverage, program))
        .containsExactly("a.rego:3:1 f(x) := y", "b.rego:3:1 asked := f(data.n)");
    assertThat(coverage.expressions(program.modules()).percentage()).isEqualTo(60);
    ask(observed, 2);
    assertThat(open(coverage, program)).isEmpty();
    assertThat(coverage.expressions(program.modules()).percentage()).isEqualTo(100);
  }

  private static void ask(RegoProgram program, int n) {
    program
        .withData(RegoObject.builder().put("n", RegoNumber.of(n)).build())
        .evaluate(Optional.empty(), List.of("p", "asked"));
  }

  private static List<String> open(Coverage coverage, RegoProgram program) {
    return coverage.expressions(program.modules()).open().stream()
        .map(span -> span + " " + span.text())
        .toList();
  }

  @Test
  void otherDataCanBeObserved() {
    Coverage coverage = new Coverage();
    RegoProgram observed = PROGRAM.observed(coverage).withData(RegoObject.EMPTY);
    assertThat(observed.evaluate(Optional.empty(), List.of("p", "large")))
        .hasToString("Optional[true]");
    assertThat(coverage.report(PROGRAM.modules()).coveredLines()).isEqualTo(3);
  }

  @Test
  void whatAListenerThrowsEndsTheEvaluation() {
    assertThatThrownBy(
            () ->
                evaluate(
                    event -> {
                      throw new IllegalStateException("enough");
                    },
                    "small"))
        .hasMessage("enough");
  }
}
