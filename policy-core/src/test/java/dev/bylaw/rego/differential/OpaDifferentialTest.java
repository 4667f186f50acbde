package dev.bylaw.rego.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.rego.OpaBinary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Generated programs answer here as they do in OPA. {@code -Ddifferential.seed} is the first seed,
 * {@code -Ddifferential.count} the number of programs; {@code -Ddifferential.seeds} names single
 * seeds instead.
 */
class OpaDifferentialTest {
  private static final long SEED = Long.getLong("differential.seed", 1);
  private static final int COUNT = Integer.getInteger("differential.count", 100);
  private static final String SEEDS = System.getProperty("differential.seeds", "");
  private static final int ENOUGH = Integer.getInteger("differential.failures", 1);

  @Test
  void programsAnswerAsTheyDoInOpa() throws IOException, InterruptedException {
    Optional<Path> binary = OpaBinary.find();
    if (binary.isEmpty()) {
      System.out.println("differential: skipped, there is no opa on the path and no OPA_BIN");
    }
    assumeTrue(binary.isPresent(), "there is no opa binary");
    int differences = 0;
    int compared = 0;
    try (OpaServer opa = OpaServer.start(binary.get())) {
      Differential differential = new Differential(opa, new OwnEngine());
      for (long seed : seeds()) {
        if (differences >= ENOUGH) {
          break;
        }
        compared++;
        Optional<Difference> found = differential.check(Programs.of(seed));
        if (found.isPresent()) {
          differences++;
          Difference small = differential.shrunk(found.get());
          System.out.println(
              "differential: seed " + seed + "\n" + small + "\n" + Cases.write(small));
        }
      }
      System.out.println("differential: " + compared + " programs, " + differential.counts());
    }
    assertThat(differences).as("programs that answer differently, printed above").isZero();
  }

  private static long[] seeds() {
    return SEEDS.isEmpty()
        ? LongStream.range(SEED, SEED + COUNT).toArray()
        : Stream.of(SEEDS.split(",")).mapToLong(Long::parseLong).toArray();
  }
}
