package dev.bylaw.rules.check;

import dev.bylaw.rules.clusterpolicy.Problem;
import dev.bylaw.source.Severity;

/** {@code cluster-policy/variants-covered}: who limits init scripts does so for every source. */
public final class ClusterPolicyVariantsCovered extends ClusterPolicyProblems {
  /** For {@link java.util.ServiceLoader}. */
  public ClusterPolicyVariantsCovered() {
    super(
        Problem.Kind.OPEN,
        "cluster-policy/variants-covered",
        "A cluster policy limits the init scripts of every source",
        "Each source of init scripts is an attribute of its own: a rule for dbfs leaves volumes,"
            + " s3 and workspace open.",
        Severity.WARNING,
        "Add a rule for init_scripts.*.SOURCE.destination of each source.");
  }
}
