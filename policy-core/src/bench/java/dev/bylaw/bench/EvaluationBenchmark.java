package dev.bylaw.bench;

import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.value.RegoValue;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision of a compiled program over an input that is a value already. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class EvaluationBenchmark {
  @Param({
    "trivial",
    "rbac",
    "iteration_10",
    "iteration_100",
    "iteration_1000",
    "indexed_10",
    "indexed_1000",
    "join_100",
    "join_1000",
    "contract"
  })
  public String workload = "";

  private Workload work;
  private RegoProgram program;
  private Optional<RegoValue> input;

  /** Compiles once. */
  @Setup
  public void compile() {
    work = Workload.of(workload);
    program = work.compile();
    input = Optional.of(work.inputValue());
  }

  /** Evaluates. */
  @Benchmark
  public Optional<RegoValue> evaluate() {
    return program.evaluate(input, work.path());
  }
}
