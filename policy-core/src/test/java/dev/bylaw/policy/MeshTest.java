package dev.bylaw.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.Golden;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One organisation, three domains, ten products (one of them in no domain of the organisation). */
class MeshTest {
  private static final Path MESH = Path.of("src/test/resources/dev/bylaw/policy/mesh");

  private static Map<String, Subject> products() throws IOException {
    SourceFile file =
        SourceFile.of("products.yaml", Files.readString(MESH.resolve("products.yaml")));
    Map<String, Subject> out = new TreeMap<>();
    if (DocumentReader.read(file).documents().get(0) instanceof Located.Object all) {
      all.entries().forEach((name, e) -> out.put(name, subject(name, e.value())));
    }
    assertThat(out).hasSize(10);
    return out;
  }

  private static Subject subject(String name, Located product) {
    String domain = text(product, "domain");
    String warehouse =
        RegoJson.write(product.child(RegoString.of("warehouse")).orElseThrow().value());
    return TestSubjects.warehouse(
        domain + "/" + name, Map.of("tier", text(product, "tier")), warehouse);
  }

  private static String text(Located product, String field) {
    return product.child(RegoString.of(field)).orElseThrow().span().text();
  }

  @Test
  void everyOutcome() throws IOException {
    StringBuilder out = new StringBuilder();
    for (String name : List.of("council", "finance")) {
      PolicyEngine engine = new PolicyEngine(PolicySetLoader.load(MESH.resolve(name), List.of()));
      for (LocalDate day : List.of(LocalDate.of(2026, 6, 30), LocalDate.of(2026, 7, 1))) {
        for (EnforcementPoint point : List.of(EnforcementPoint.BUILD, EnforcementPoint.AUDIT)) {
          out.append("%s, %s, %s%n".formatted(name, day, Federation.word(point)));
          products()
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
