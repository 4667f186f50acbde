package dev.bylaw.rego.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.rego.OpaBinary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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
  private static final int COUNT = Integer.getInteger("differential.count", 500);
  private static final String SEEDS = System.getProperty("differential.seeds", "");
  private static final int ENOUGH = Integer.getInteger("differential.failures", 1);
  private static final int PROGRESS = 1000;
  private static final int WORKERS = 2; // OPA works while we wait, and the other way round

  private final AtomicInteger differences = new AtomicInteger();
  private final AtomicInteger compared = new AtomicInteger();
  private final PrimitiveIterator.OfLong seeds = seeds().iterator();

  @Test
  void programsAnswerAsTheyDoInOpa() throws InterruptedException, ExecutionException {
    Optional<Path> binary = OpaBinary.find();
    if (binary.isEmpty()) {
      System.out.println("differential: skipped, there is no opa on the path and no OPA_BIN");
    }
    assumeTrue(binary.isPresent(), "there is no opa binary");
    Map<String, Integer> counts = new TreeMap<>();
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      Callable<Map<String, Integer>> work = () -> work(binary.get());
      for (Future<Map<String, Integer>> done :
          workers.invokeAll(Collections.nCopies(WORKERS, work))) {
        done.get().forEach((key, n) -> counts.merge(key, n, Integer::sum));
      }
    } finally {
      workers.shutdownNow();
    }
    System.out.println("differential: " + compared + " programs, " + counts);
    assertThat(differences).as("programs that answer differently, printed above").hasValue(0);
  }

  /** Compares one program after the other; tells how many had which outcome. */
  private Map<String, Integer> work(Path binary) throws IOException, InterruptedException {
    try (OpaServer opa = OpaServer.start(binary)) {
      Differential differential = new Differential(opa, new OwnEngine());
      for (OptionalLong seed = next(); seed.isPresent(); seed = next()) {
        Optional<Difference> found = differential.check(Programs.of(seed.getAsLong()));
        if (compared.incrementAndGet() % PROGRESS == 0) {
          System.out.println("differential: " + compared + " programs so far");
        }
        if (found.isPresent()) {
          differences.incrementAndGet();
          Difference small = differential.shrunk(found.get());
          System.out.println(
              "differential: seed " + seed.getAsLong() + "\n" + small + "\n" + Cases.write(small));
        }
      }
      return differential.counts();
    }
  }

  private OptionalLong next() {
    synchronized (seeds) {
      return differences.get() < ENOUGH && seeds.hasNext()
          ? OptionalLong.of(seeds.nextLong())
          : OptionalLong.empty();
    }
  }

  private static LongStream seeds() {
    return SEEDS.isEmpty()
        ? LongStream.range(SEED, SEED + COUNT)
        : Stream.of(SEEDS.split(",")).mapToLong(Long::parseLong);
  }
}
