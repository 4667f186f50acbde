package dev.bylaw.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.report.Report;
import dev.bylaw.rules.SubjectLoader;
import java.nio.file.Path;
import java.util.List;

/** The examples as a user has them. */
final class Examples {
  static final Path FOLDER = Path.of("..");
  static final Path COUNCIL = FOLDER.resolve("governance-council");
  static final Path CLEAN = FOLDER.resolve("orders-data-product");
  static final Path FAILING = FOLDER.resolve("orders-data-product-failing");

  private Examples() {}

  static PolicySet council() {
    return PolicySetLoader.load(COUNCIL);
  }

  /** What the build says of a product. */
  static Report judged(Path product) {
    SubjectLoader.Loaded loaded = SubjectLoader.load(product, List.of());
    assertThat(loaded.hasErrors()).as("the plugin would judge nothing").isFalse();
    Decision decision =
        new PolicyEngine(council()).decide(loaded.subjects(), EnforcementPoint.BUILD);
    return new Report(decision, loaded.diagnostics());
  }
}
