package dev.bylaw.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.Golden;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.rules.SubjectLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Products with faults that were planted on purpose. A line with a fault ends with {@code # finds}
 * and the rule, or the rules, that find it there; nothing else is found.
 */
class PlantedFaultsTest {
  private static final String MARK = "# finds ";

  @TempDir Path folder;

  static Stream<Path> products() {
    return Golden.cases("rules/pack/planted").stream();
  }

  @ParameterizedTest
  @MethodSource("products")
  void everyFaultIsFoundAtItsPlaceAndNothingElse(Path product) throws IOException {
    PolicyEngine engine =
        new PolicyEngine(Packs.imported(folder, "{pack: bylaw/standard, profile: standard}"));
    Decision decision =
        engine.decide(
            SubjectLoader.load(product, List.of("**")).subjects(), EnforcementPoint.BUILD);
    assertThat(decision.errors()).isEmpty();
    List<String> found =
        decision.findings().stream()
            .map(
                f ->
                    "%s:%d %s"
                        .formatted(f.span().source().name(), f.span().line(), f.policy().id()))
            .distinct()
            .sorted()
            .toList();
    assertThat(found).isNotEmpty().isEqualTo(planted(product));
  }

  private static List<String> planted(Path product) throws IOException {
    try (Stream<Path> files = Files.walk(product)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> planted(product.relativize(file).toString(), file).stream())
          .sorted()
          .toList();
    }
  }

  private static List<String> planted(String name, Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      List<String> planted = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.contains(MARK)) {
          for (String rule : line.substring(line.indexOf(MARK) + MARK.length()).split(", ", -1)) {
            planted.add("%s:%d %s".formatted(name, i + 1, rule.strip()));
          }
        }
      }
      return planted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
