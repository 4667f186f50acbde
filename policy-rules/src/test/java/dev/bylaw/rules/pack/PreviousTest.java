package dev.bylaw.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.rules.Previous;
import dev.bylaw.rules.SubjectLoader;
import dev.bylaw.subject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that compare a product with what it was. */
class PreviousTest {
  private static final String PRODUCT =
      """
      kind: DataProduct
      apiVersion: v1.0.0
      id: %s
      name: %s
      version: 1.0.0
      domain: %s
      %sPorts: [{name: p, contractId: trips}]
      """;

  private static final String CONTRACT =
      """
      kind: DataContract
      apiVersion: v3.1.0
      id: trips
      name: trips
      version: %s
      schema:
        - name: trips
          properties:
            - {name: day, logicalType: date}
            - {name: %s, logicalType: number}
      """;

  @TempDir Path folder;

  private List<Subject> mesh(String name, String version, String column) throws IOException {
    Path root = folder.resolve(name);
    write(root.resolve("trips/product.yaml"), PRODUCT.formatted("1", "trips", "taxi", "output"));
    write(root.resolve("trips/contract.yaml"), CONTRACT.formatted(version, column));
    write(root.resolve("city/product.yaml"), PRODUCT.formatted("2", "traffic", "city", "input"));
    return SubjectLoader.load(root, List.of("**")).subjects();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> findings(List<Subject> subjects) throws IOException {
    PolicyEngine engine =
        new PolicyEngine(
            Packs.imported(
                Files.createDirectories(folder.resolve("set")),
                "{pack: bylaw/standard, profile: standard}"));
    return engine.decide(subjects, EnforcementPoint.BUILD).findings().stream()
        .filter(
            f ->
                f.policy().id().equals("descriptor/no-breaking-change")
                    || f.policy().id().equals("mesh/consumers-hit"))
        .map(f -> f.span() + " " + f.message())
        .toList();
  }

  @Test
  void whatBreaksIsFoundAndConsumersAreNamed() throws IOException {
    List<Subject> before = mesh("before", "1.0.0", "fare");
    assertThat(findings(Previous.join(mesh("now", "1.1.0", "price"), before)))
        .containsExactly(
            "trips/contract.yaml:7:5 the column trips.fare is gone without a new major version (was"
                + " 1.0.0)",
            "trips/contract.yaml:7:5 the column trips.fare is gone; that hits traffic");
  }

  @Test
  void aNewMajorVersionMayBreakAndStillNamesConsumers() throws IOException {
    List<Subject> before = mesh("before", "1.0.0", "fare");
    assertThat(findings(Previous.join(mesh("now", "2.0.0", "price"), before)))
        .containsExactly(
            "trips/contract.yaml:7:5 the column trips.fare is gone; that hits traffic");
  }

  @Test
  void nothingIsFoundWithoutAVersionBefore() throws IOException {
    assertThat(findings(Previous.join(mesh("now", "1.1.0", "price"), List.of()))).isEmpty();
  }
}
