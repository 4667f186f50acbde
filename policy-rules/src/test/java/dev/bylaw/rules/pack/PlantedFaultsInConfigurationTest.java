package dev.bylaw.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.rules.SubjectLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A configuration of Databricks with faults: a comment {@code ! ID, ID} names the rules that must
 * find something on its line, and nothing else is found.
 */
class PlantedFaultsInConfigurationTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/dev/bylaw/rules/pack/planted-configuration");

  private static final String MARK = "# ! ";

  @Test
  void everyFaultIsFoundByTheRuleMeantForItAndNothingElse() {
    SubjectLoader.Loaded loaded = SubjectLoader.load(FOLDER.resolve("input"), List.of());
    assertThat(loaded.diagnostics()).isEmpty();
    PolicyEngine engine = new PolicyEngine(PolicySetLoader.of(FOLDER.resolve("policies")).load());
    Decision decision = engine.decide(loaded.subjects(), EnforcementPoint.BUILD);
    assertThat(decision.errors()).isEmpty();
    assertThat(
            decision.findings().stream()
                .map(
                    f ->
                        "%s:%d %s"
                            .formatted(f.span().source().name(), f.span().line(), f.policy().id())))
        .containsExactlyInAnyOrderElementsOf(planted());
  }

  private static List<String> planted() {
    List<String> planted = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER.resolve("input"))) {
      for (Path file : files.toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          int mark = lines.get(i).indexOf(MARK);
          if (mark >= 0) {
            String place = file.getFileName() + ":" + (i + 1) + " ";
            String ids = lines.get(i).substring(mark + MARK.length());
            Stream.of(ids.split(", ", -1)).map(id -> place + id).forEach(planted::add);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return planted;
  }
}
