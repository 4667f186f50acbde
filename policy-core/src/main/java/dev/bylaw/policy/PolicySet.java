package dev.bylaw.policy;

import dev.bylaw.rego.RegoProgram;
import java.util.Comparator;
import java.util.List;

/**
 * A versioned collection of policies, loaded and checked. Immutable and thread-safe.
 *
 * @param revision {@code sha256:} and the hash of its content; the same content has the same
 *     revision
 * @param policies by id, those that are assigned
 * @param program the compiled rules with their parameters
 */
public record PolicySet(
    String name, String version, String revision, List<Policy> policies, RegoProgram program) {
  public PolicySet {
    policies = policies.stream().sorted(Comparator.comparing(Policy::id)).toList();
  }
}
