package dev.bylaw.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.rego.ast.Dialect;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs OPA's own cases, each a second time with {@code future.keywords.not} on. {@code
 * -Dconformance=DIR[,DIR]} runs other folders of the same format; {@code -Dconformance.verbose}
 * prints each failure.
 */
class OpaConformanceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Cases that are known to fail, as {@code topic/ folder note}, each with its reason. */
  private static final Set<String> SKIPPED = Set.of();

  private final List<String> failures = new ArrayList<>();
  private int passed;
  private int failed;

  @Test
  void casesOfOpa() throws IOException {
    String own = System.getProperty("conformance", "");
    Path shared = Path.of(System.getProperty("bylaw.shared", "absent")).resolve("rego/conformance");
    List<Path> folders =
        own.isEmpty()
            ? List.of(shared.resolve("v1"), shared.resolve("v0"))
            : Arrays.stream(own.split(",")).map(Path::of).toList();
    boolean present = Files.isDirectory(folders.get(0));
    if (!present) {
      System.out.println("conformance: skipped, there is no folder " + folders.get(0));
    }
    assumeTrue(present, "the conformance cases are not here");
    for (Path folder : folders) {
      String name = folder.getFileName().toString();
      Dialect dialect = Dialect.of(name.equals("v0") ? RegoVersion.V0 : RegoVersion.V1);
      run(folder, name, dialect);
      run(folder, name + " with not", dialect.withKeywords(Set.of("not")));
    }
    System.out.println("conformance: " + passed + " passed, " + failed + " failed");
    if (System.getProperty("conformance.verbose") != null) {
      failures.forEach(System.out::println);
    }
    assertThat(passed).isPositive();
    assertThat(failures).as("cases that fail").isEmpty();
  }

  private void run(Path folder, String name, Dialect dialect) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(p -> p.toString().endsWith(".json")).sorted().toList();
    }
    Map<String, Integer> incomplete = new TreeMap<>();
    int before = passed;
    for (Path file : files) {
      String topic = folder.relativize(file).getName(0).toString();
      for (JsonNode one : JSON.readTree(file.toFile()).path("cases")) {
        String title = topic + "/ " + name + " " + one.path("note").asText();
        if (SKIPPED.contains(title)) {
          System.out.println("conformance: skipped " + title);
          continue;
        }
        String failure = outcome(one, dialect);
        if (failure.isEmpty()) {
          passed++;
        } else {
          failed++;
          incomplete.merge(topic, 1, Integer::sum);
          failures.add(title + ": " + failure);
        }
      }
    }
    int failedHere = incomplete.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println(
        "conformance, %s: %d passed, %d failed %s"
            .formatted(name, passed - before, failedHere, failedHere == 0 ? "" : incomplete));
  }

  private static String outcome(JsonNode one, Dialect dialect) {
    try {
      return new ConformanceCase(one, dialect).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      return "not JSON: " + e.getMessage();
    } catch (RuntimeException e) {
      return "threw " + e + " at " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "");
    }
  }
}
