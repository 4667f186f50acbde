package dev.bylaw.databricks;

import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.Check;
import dev.bylaw.policy.PolicySetLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Policy sets of the tests. */
final class Policies {
  /** Warehouses up to X-Large, clusters that stop within 60 minutes and have a cost center. */
  static final Path COST = Path.of("src/test/resources/dev/bylaw/databricks/policies");

  private Policies() {}

  static PolicyEngine cost() {
    return new PolicyEngine(PolicySetLoader.load(COST, List.of()));
  }

  /** One module in a folder of its own. */
  static PolicyEngine of(Path folder, String rego) {
    write(folder.resolve("policy.rego"), rego);
    return new PolicyEngine(PolicySetLoader.load(folder, List.of()));
  }

  /** One check in Java. */
  static PolicyEngine of(Path folder, Check check) {
    write(
        folder.resolve("policies.yaml"),
        "name: checks\nversion: 1.0.0\nassign:\n  - policies: [%s]\n".formatted(check.id()));
    return new PolicyEngine(PolicySetLoader.load(folder, List.of(check)));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
