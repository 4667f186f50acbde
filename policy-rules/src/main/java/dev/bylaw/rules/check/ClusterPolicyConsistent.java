package dev.bylaw.rules.check;

import dev.bylaw.rules.clusterpolicy.Problem;
import dev.bylaw.source.Severity;

/** {@code cluster-policy/consistent}: no rule contradicts itself. */
public final class ClusterPolicyConsistent extends ClusterPolicyProblems {
  /** For {@link java.util.ServiceLoader}. */
  public ClusterPolicyConsistent() {
    super(
        Problem.Kind.INCONSISTENT,
        "cluster-policy/consistent",
        "The rules of a cluster policy do not contradict themselves",
        "A default that breaks its own rule, or a range that no value fits, makes each cluster"
            + " fail.",
        Severity.WARNING,
        "Choose a default that the rule allows, and bounds with values between them.");
  }
}
