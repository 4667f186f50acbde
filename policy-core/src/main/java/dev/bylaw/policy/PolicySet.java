package dev.bylaw.policy;

import dev.bylaw.rego.RegoProgram;
import dev.bylaw.source.Diagnostic;
import java.util.Comparator;
import java.util.List;

/**
 * A versioned collection of policies, loaded and checked. Immutable and thread-safe.
 *
 * @param revision {@code sha256:} and the hash of its content; the same content has the same
 *     revision
 * @param policies by id, those that are assigned
 * @param program the compiled rules with their parameters
 * @param warnings what the set's authors should know, none of which keeps it from working
 */
public record PolicySet(
    String name,
    String version,
    String revision,
    List<Policy> policies,
    RegoProgram program,
    List<Diagnostic> warnings) {
  public PolicySet {
    policies = policies.stream().sorted(Comparator.comparing(Policy::id)).toList();
    warnings = warnings.stream().sorted(Diagnostic.BY_PLACE).toList();
  }
}
