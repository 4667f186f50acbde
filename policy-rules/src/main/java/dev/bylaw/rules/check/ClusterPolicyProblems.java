package dev.bylaw.rules.check;

import dev.bylaw.policy.Check;
import dev.bylaw.policy.PolicyKind;
import dev.bylaw.rules.clusterpolicy.Definition;
import dev.bylaw.rules.clusterpolicy.Problem;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Severity;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with the definition of a cluster policy, in one of the ways it may be. */
abstract class ClusterPolicyProblems implements Check {
  /** A policy has one or the other, and the second only where it builds on a family. */
  private static final List<String> DEFINITIONS =
      List.of("definition", "policy_family_definition_overrides");

  private final Problem.Kind problem;
  private final String id;
  private final String title;
  private final String description;
  private final Severity severity;
  private final String remediation;

  ClusterPolicyProblems(
      Problem.Kind problem,
      String id,
      String title,
      String description,
      Severity severity,
      String remediation) {
    this.problem = problem;
    this.id = id;
    this.title = title;
    this.description = description;
    this.severity = severity;
    this.remediation = remediation;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String title() {
    return title;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public final PolicyKind kind() {
    return PolicyKind.INFRA;
  }

  @Override
  public final Set<SubjectKind> subjects() {
    return Set.of(SubjectKind.CLUSTER_POLICY);
  }

  @Override
  public final Severity severity() {
    return severity;
  }

  @Override
  public final Optional<String> characteristic() {
    return Optional.of("compliance");
  }

  @Override
  public final Optional<String> remediation() {
    return Optional.of(remediation);
  }

  @Override
  public final List<Violation> check(Subject subject) {
    return Shape.block(subject.input(), SubjectKind.CLUSTER_POLICY.word()).stream()
        .flatMap(
            policy ->
                Stream.concat(
                    ofPolicy(policy),
                    ofDefinitions(policy, Pointers.of(subject, "/cluster_policy"))))
        .toList();
  }

  /** What is wrong with the policy around its definition. */
  Stream<Violation> ofPolicy(Located.Object policy) {
    return Stream.empty();
  }

  /**
   * The definitions of a policy, with what is not known of them.
   *
   * @param unknown JSON pointers below the policy
   */
  static Stream<Definition> definitions(Located.Object policy, Set<String> unknown) {
    return DEFINITIONS.stream()
        .flatMap(
            key ->
                Shape.block(policy, key).stream()
                    .map(
                        definition ->
                            Definition.read(definition, Pointers.children(unknown, "/" + key))));
  }

  private Stream<Violation> ofDefinitions(Located.Object policy, Set<String> unknown) {
    return definitions(policy, unknown)
        .flatMap(definition -> definition.problems().stream())
        .filter(p -> p.kind() == problem)
        .map(p -> new Violation(p.message(), p.place(), p.found(), p.wanted()));
  }
}
