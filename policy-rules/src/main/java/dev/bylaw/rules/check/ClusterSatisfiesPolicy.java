package dev.bylaw.rules.check;

import dev.bylaw.policy.Check;
import dev.bylaw.policy.Parameter;
import dev.bylaw.policy.PolicyKind;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.clusterpolicy.Circumstances;
import dev.bylaw.rules.clusterpolicy.Definition;
import dev.bylaw.rules.clusterpolicy.Evaluation;
import dev.bylaw.rules.clusterpolicy.Verdict;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Severity;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code cluster/satisfies-policy}: each cluster satisfies the cluster policy that is attached to
 * it, where both are in the run.
 */
public final class ClusterSatisfiesPolicy implements Check {
  private static final String RUNTIMES = "runtimes";
  private static final String OPEN = "report_not_evaluated";

  private final Map<String, String> runtimes;
  private final boolean reportsOpen;

  /** For {@link java.util.ServiceLoader}. */
  public ClusterSatisfiesPolicy() {
    this(Map.of(), false);
  }

  private ClusterSatisfiesPolicy(Map<String, String> runtimes, boolean reportsOpen) {
    this.runtimes = Map.copyOf(runtimes);
    this.reportsOpen = reportsOpen;
  }

  @Override
  public String id() {
    return "cluster/satisfies-policy";
  }

  @Override
  public String title() {
    return "A cluster satisfies the cluster policy that is attached to it";
  }

  @Override
  public String description() {
    return "The workspace refuses a cluster that does not; here it is known before the deployment.";
  }

  @Override
  public PolicyKind kind() {
    return PolicyKind.INFRA;
  }

  @Override
  public Set<SubjectKind> subjects() {
    return Set.of(SubjectKind.WORKSPACE);
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Optional<String> characteristic() {
    return Optional.of("compliance");
  }

  @Override
  public Optional<String> remediation() {
    return Optional.of("Set the attribute as the policy says, or attach another policy.");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        parameter(
            RUNTIMES,
            Parameter.Type.OBJECT,
            RegoObject.EMPTY,
            "the runtime that auto:latest-lts and the like stand for today, by their names"),
        parameter(
            OPEN,
            Parameter.Type.BOOLEAN,
            RegoBoolean.FALSE,
            "whether what cannot be told before the deployment is a finding, too"));
  }

  private Parameter parameter(
      String name, Parameter.Type type, RegoValue initial, String description) {
    return new Parameter(
        name,
        type,
        Optional.empty(),
        List.of(),
        Optional.of(initial),
        Optional.empty(),
        Optional.of(description),
        SourceFile.of(id(), "").span());
  }

  @Override
  public Check configured(Settings settings) {
    Map<String, String> known = new HashMap<>();
    if (settings.chosen().get(RUNTIMES) instanceof Located.Object chosen) {
      chosen
          .entries()
          .forEach(
              (name, entry) ->
                  Shape.text(chosen, name).ifPresent(runtime -> known.put(name, runtime)));
    }
    boolean open =
        Optional.ofNullable(settings.chosen().get(OPEN))
            .filter(chosen -> chosen.value().equals(RegoBoolean.TRUE))
            .isPresent();
    return new ClusterSatisfiesPolicy(known, open);
  }

  @Override
  public List<Violation> check(Subject subject) {
    return Shape.block(subject.input(), SubjectKind.WORKSPACE.word()).stream()
        .flatMap(workspace -> ofWorkspace(subject, workspace))
        .toList();
  }

  private Stream<Violation> ofWorkspace(Subject subject, Located.Object workspace) {
    Map<String, Attachable> policies = new HashMap<>();
    AttachedCluster.each(
        workspace,
        "cluster_policies",
        "/workspace",
        (policy, pointer) ->
            Shape.text(policy, "policy_id")
                .ifPresent(
                    id -> policies.putIfAbsent(id, Attachable.of(policy, id, subject, pointer))));
    return policies.isEmpty()
        ? Stream.empty()
        : AttachedCluster.of(workspace).stream()
            .flatMap(
                cluster ->
                    Optional.ofNullable(policies.get(cluster.policyId())).stream()
                        .flatMap(policy -> judge(subject, cluster, policy)));
  }

  /** A policy by its name, and its definitions. */
  private record Attachable(String name, List<Definition> definitions) {
    static Attachable of(Located.Object policy, String id, Subject subject, String pointer) {
      return new Attachable(
          Shape.text(policy, "name").orElse(id),
          ClusterPolicyProblems.definitions(policy, Pointers.of(subject, pointer)).toList());
    }
  }

  private Stream<Violation> judge(Subject subject, AttachedCluster cluster, Attachable policy) {
    Circumstances circumstances =
        Circumstances.USUAL
            .with(runtimes)
            .with(cluster.type(), Pointers.of(subject, cluster.pointer()));
    return policy.definitions().stream()
        .flatMap(d -> Evaluation.of(d, cluster.body(), circumstances).stream())
        .filter(
            verdict ->
                verdict.outcome() == Verdict.Outcome.FAIL
                    || (reportsOpen && verdict.outcome() == Verdict.Outcome.NOT_EVALUATED))
        .map(
            verdict ->
                new Violation(
                    "%s (cluster policy %s)".formatted(verdict.reason(), policy.name()),
                    verdict.place().orElse(cluster.place()),
                    Optional.empty(),
                    Optional.empty()));
  }
}
