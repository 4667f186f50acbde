package dev.bylaw.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.rego.ast.RegoVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs OPA's own cases. {@code -Dconformance=DIR[,DIR]} runs other folders of the same format;
 * {@code -Dconformance.verbose} prints each failure.
 */
class OpaConformanceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Every case of these passes. */
  private static final Set<String> COMPLETE =
      Set.of(
          "assignments",
          "comparisonexpr",
          "comprehensions",
          "partialsetdoc",
          "partialobjectdoc",
          "every",
          "strings",
          "aggregates");

  private final Map<String, int[]> byFolder = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  @Test
  void casesOfOpa() throws IOException {
    String own = System.getProperty("conformance", "");
    Path shared = Path.of(System.getProperty("bylaw.shared", "absent")).resolve("rego/conformance");
    List<Path> folders =
        own.isEmpty()
            ? List.of(shared.resolve("v1"))
            : Arrays.stream(own.split(",")).map(Path::of).toList();
    boolean present = Files.isDirectory(folders.get(0));
    if (!present) {
      System.out.println("conformance: skipped, there is no folder " + folders.get(0));
    }
    assumeTrue(present, "the conformance cases are not here");
    int passed = 0;
    int failed = 0;
    for (Path folder : folders) {
      RegoVersion version =
          folder.getFileName().toString().equals("v0") ? RegoVersion.V0 : RegoVersion.V1;
      run(folder, version);
    }
    for (int[] counts : byFolder.values()) {
      passed += counts[0];
      failed += counts[1];
    }
    System.out.println("conformance: " + passed + " passed, " + failed + " failed");
    TreeSet<String> incomplete = new TreeSet<>();
    byFolder.forEach(
        (name, counts) -> {
          if (counts[1] > 0) {
            incomplete.add(name + " " + counts[1]);
          }
        });
    System.out.println("conformance, not complete yet: " + String.join(", ", incomplete));
    if (System.getProperty("conformance.verbose") != null) {
      failures.forEach(System.out::println);
    }
    assertThat(byFolder).isNotEmpty();
    assertThat(failures.stream().filter(f -> COMPLETE.contains(f.substring(0, f.indexOf('/')))))
        .as("folders that were complete")
        .isEmpty();
  }

  private void run(Path folder, RegoVersion version) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(p -> p.toString().endsWith(".json")).sorted().toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).getName(0).toString();
      JsonNode cases = JSON.readTree(file.toFile()).path("cases");
      for (JsonNode one : cases) {
        int[] counts = byFolder.computeIfAbsent(name, k -> new int[2]);
        String failure = outcome(one, version);
        counts[failure.isEmpty() ? 0 : 1]++;
        if (!failure.isEmpty()) {
          failures.add(name + "/ " + one.path("note").asText() + ": " + failure);
        }
      }
    }
  }

  private static String outcome(JsonNode one, RegoVersion version) {
    try {
      return new ConformanceCase(one, version).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      return "not JSON: " + e.getMessage();
    } catch (RuntimeException e) {
      return "threw " + e + " at " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "");
    }
  }
}
