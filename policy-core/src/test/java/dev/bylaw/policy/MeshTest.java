package dev.bylaw.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.Golden;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.source.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The policies of one organisation and of its domains over all products. */
class MeshTest {
  private static final Path MESH = MeshProducts.MESH;

  @Test
  void everyOutcome() throws IOException {
    StringBuilder out = new StringBuilder();
    for (String name : List.of("council", "finance")) {
      PolicyEngine engine = new PolicyEngine(PolicySetLoader.load(MESH.resolve(name), List.of()));
      for (LocalDate day : List.of(LocalDate.of(2026, 6, 30), LocalDate.of(2026, 7, 1))) {
        for (EnforcementPoint point : List.of(EnforcementPoint.BUILD, EnforcementPoint.AUDIT)) {
          out.append("%s, %s, %s%n".formatted(name, day, Federation.word(point)));
          MeshProducts.all()
              .forEach(
                  (product, subject) ->
                      out.append(line(product, engine.asOf(day).decide(List.of(subject), point))));
        }
      }
    }
    Golden.check(MESH.resolve("expected.txt"), out.toString());
  }

  private static String line(String product, Decision d) {
    List<String> findings =
        d.findings().stream()
            .map(f -> f.severity().word() + " " + f.policy().id() + " (" + f.message() + ")")
            .toList();
    return "  %-11s %s %s passed %s%s%n"
        .formatted(
            product,
            Federation.word(d.outcome()),
            findings,
            d.passed(),
            d.errors().isEmpty() ? "" : " " + d.errors().get(0).message());
  }

  @Test
  void aWeakeningIsRefusedWithBothPlaces() {
    assertThatThrownBy(() -> PolicySetLoader.load(MESH.resolve("marketing-weak"), List.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("marketing-weak/policies.yaml:8:23")
        .hasMessageContaining("found \"X-Large\" for the parameter max of cost/size")
        .hasMessageContaining("\"Large\" holds from council/policies.yaml:8:23");
  }
}
