package dev.bylaw.bench;

import dev.bylaw.rego.RegoProgram;
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

/** From texts to a program. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class CompileBenchmark {
  @Param({"trivial", "indexed_1000", "contract"})
  public String workload = "";

  private Workload work;

  /** Makes the texts. */
  @Setup
  public void texts() {
    work = Workload.of(workload);
  }

  /** Compiles. */
  @Benchmark
  public RegoProgram compile() {
    return work.compile();
  }
}
