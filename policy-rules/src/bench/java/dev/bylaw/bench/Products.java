package dev.bylaw.bench;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.decision.Question;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.rules.SubjectLoader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a build takes that judges many products by the profile {@code standard}: a folder is read
 * and judged as {@code policy:check} does it, product by product, as wholes and as a mesh.
 * Arguments: how many products, for each round, of which the first ones warm up; {@code faulty} for
 * products with a placeholder and findings, some of them in the mesh.
 */
public final class Products {
  private Products() {}

  /** Measures. */
  public static void main(String[] args) throws IOException {
    boolean faulty = List.of(args).contains("faulty");
    List<Integer> rounds =
        Stream.of(args).filter(a -> !a.equals("faulty")).map(Integer::parseInt).toList();
    PolicyEngine engine = new PolicyEngine(ContractLatency.standard());
    Path folder = Files.createTempDirectory("products");
    for (int products : rounds.isEmpty() ? List.of(1_000, 1_000, 2_000, 5_000, 10_000) : rounds) {
      Path all = Files.createDirectory(folder.resolve("run"));
      Descriptors.write(all, products, faulty);
      measure(engine, all, products);
      try (Stream<Path> files = Files.walk(all)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private static void measure(PolicyEngine engine, Path folder, int products) {
    long start = System.nanoTime();
    SubjectLoader.Loaded loaded = SubjectLoader.load(folder, List.of());
    long read = System.nanoTime();
    Decision decision =
        engine.explained(engine.decide(loaded.subjects(), Question.at(EnforcementPoint.BUILD)));
    long end = System.nanoTime();
    if (!decision.errors().isEmpty() || loaded.hasErrors()) {
      throw new IllegalStateException("problems: " + decision.errors() + loaded.diagnostics());
    }
    System.gc();
    long held = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf(
        Locale.ROOT,
        "%,d products, %,d subjects, %,d findings: read %.1f s, judged %.1f s, %.2f ms per product;"
            + " %d MiB held of %d%n",
        products,
        loaded.subjects().size(),
        decision.findings().size(),
        (read - start) / 1e9,
        (end - read) / 1e9,
        (end - start) / 1e6 / products,
        held >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
  }
}
