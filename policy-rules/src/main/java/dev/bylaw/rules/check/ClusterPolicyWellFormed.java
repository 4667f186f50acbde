package dev.bylaw.rules.check;

import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rules.clusterpolicy.Problem;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Severity;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code cluster-policy/well-formed}: the backend would accept each rule when a cluster starts. */
public final class ClusterPolicyWellFormed extends ClusterPolicyProblems {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_LIBRARIES = 500;

  /** For {@link java.util.ServiceLoader}. */
  public ClusterPolicyWellFormed() {
    super(
        Problem.Kind.MALFORMED,
        "cluster-policy/well-formed",
        "The definition of a cluster policy is well formed",
        "The workspace stores a malformed definition, and refuses each cluster that uses it.",
        Severity.ERROR,
        "Write the rule as https://docs.databricks.com/admin/clusters/policy-definition.html"
            + " says.");
  }

  @Override
  Stream<Violation> ofPolicy(Located.Object policy) {
    List<Violation> found = new ArrayList<>();
    boolean family = Shape.entry(policy, "policy_family_id").isPresent();
    Optional<Located.Entry> definition = Shape.entry(policy, "definition");
    if (family && definition.isPresent()) {
      found.add(
          violation(
              definition.get().keySpan(),
              "a policy of a family has no definition of its own",
              "policy_family_definition_overrides"));
    }
    if (!family) {
      Shape.entry(policy, "policy_family_definition_overrides")
          .ifPresent(
              overrides ->
                  found.add(
                      violation(
                          overrides.keySpan(),
                          "the overrides belong to no family",
                          "policy_family_id")));
    }
    Shape.entry(policy, "name")
        .map(Located.Entry::value)
        .filter(name -> Shape.text(policy, "name").orElse("").length() > LONGEST_NAME)
        .ifPresent(
            name ->
                found.add(
                    violation(
                        name.span(),
                        "the name is too long",
                        LONGEST_NAME + " characters at most")));
    Shape.entry(policy, "max_clusters_per_user")
        .map(Located.Entry::value)
        .filter(max -> max.value() instanceof RegoNumber number && number.signum() <= 0)
        .ifPresent(
            max ->
                found.add(
                    violation(max.span(), "nobody could make a cluster", "a number above 0")));
    Shape.entry(policy, "libraries")
        .map(Located.Entry::value)
        .filter(l -> l instanceof Located.Array a && a.elements().size() > MOST_LIBRARIES)
        .ifPresent(
            libraries ->
                found.add(
                    violation(
                        libraries.span(),
                        "there are too many libraries",
                        MOST_LIBRARIES + " at most")));
    return found.stream();
  }

  private static Violation violation(Span place, String message, String wanted) {
    return new Violation(message, place, Optional.empty(), Optional.of(wanted));
  }
}
