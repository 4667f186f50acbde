package dev.bylaw.policy;

import dev.bylaw.policy.Assignment.Selector;
import dev.bylaw.policy.Assignments.Assigned;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the policies that assignments name, and holds the assignments against them. */
final class Assigning {
  private final List<Policy> own;
  private final Map<String, Policy> all = new LinkedHashMap<>();
  private final SourceFolder folder;
  private final Fields fields;

  Assigning(List<Policy> own, List<Check> checks, SourceFolder folder, Fields fields) {
    this.own = own;
    this.folder = folder;
    this.fields = fields;
    own.forEach(p -> all.putIfAbsent(p.id(), p));
    for (Check check : checks) {
      Policy taken = all.putIfAbsent(check.id(), policy(check));
      if (taken != null && taken.place().isPresent()) {
        fields.problem(
            "policy_duplicate",
            taken.place().get(),
            "the id " + check.id() + " is taken by the built-in check " + check.title());
      }
    }
  }

  private static Policy policy(Check check) {
    return new Policy(
        check.id(),
        check.title(),
        check.description(),
        check.kind(),
        check.subjects(),
        check.severity(),
        Optional.empty(),
        check.characteristic(),
        check.remediation(),
        List.of(),
        UnknownMeans.WARN,
        false,
        check.parameters(),
        new Policy.Implementation.BuiltIn(check),
        Optional.empty());
  }

  /** All of the set's own policies, without any terms. */
  Assignments everything() {
    return checked(
        own.stream()
            .map(p -> new Assigned(p, List.of(Assignment.of(p.place().orElseThrow()))))
            .toList());
  }

  Assignments assigned(List<Assignment> assignments) {
    Map<String, List<Assignment>> byPolicy = new LinkedHashMap<>();
    for (Assignment assignment : assignments) {
      Set<String> ids = new LinkedHashSet<>();
      assignment.policies().forEach(s -> ids.addAll(matches(s)));
      ids.forEach(id -> byPolicy.computeIfAbsent(id, k -> new ArrayList<>()).add(assignment));
    }
    List<Assigned> out = new ArrayList<>();
    all.forEach(
        (id, policy) ->
            Optional.ofNullable(byPolicy.get(id))
                .ifPresent(
                    l ->
                        out.add(
                            new Assigned(new CheckSetting(folder, fields).ready(policy, l), l))));
    own.stream().filter(p -> !byPolicy.containsKey(p.id())).forEach(this::unassigned);
    return checked(out);
  }

  private void unassigned(Policy policy) {
    policy
        .place()
        .ifPresent(
            p ->
                fields.add(
                    Diagnostic.warning(
                        "policy_unassigned",
                        p,
                        "the policy "
                            + policy.id()
                            + " is assigned nowhere, so it does not run; name it under assign"
                            + " in policies.yaml")));
  }

  private Assignments checked(Collection<Assigned> assigned) {
    Federation federation = new Federation(fields);
    assigned.forEach(a -> a.list().forEach(x -> parameters(a.policy(), x)));
    assigned.forEach(federation::check);
    return new Assignments(assigned);
  }

  private List<String> matches(Selector selector) {
    List<String> ids =
        selector.glob().isExact()
            ? all.containsKey(selector.glob().text()) ? List.of(selector.glob().text()) : List.of()
            : own.stream().map(Policy::id).filter(selector.glob()::matches).toList();
    if (ids.isEmpty()) {
      String hint =
          Fields.closest(selector.glob().text(), List.copyOf(all.keySet()))
              .map(k -> "; did you mean " + k + "?")
              .orElse("");
      fields.problem(
          SetManifest.CODE,
          selector.span(),
          "no policy is called " + selector.glob().text() + hint);
    }
    return ids;
  }

  private void parameters(Policy policy, Assignment assignment) {
    assignment.parameters().forEach((name, entry) -> parameter(policy, name, entry));
  }

  private void parameter(Policy policy, String name, Located.Entry entry) {
    Optional<Parameter> declared =
        policy.parameters().stream().filter(p -> p.name().equals(name)).findFirst();
    if (declared.isPresent()) {
      new ParameterReader(fields)
          .check(declared.get(), entry.value().value(), entry.value().span(), SetManifest.CODE);
      return;
    }
    List<String> known = policy.parameters().stream().map(Parameter::name).toList();
    fields.problem(
        SetManifest.CODE,
        entry.keySpan(),
        known.isEmpty()
            ? "the policy " + policy.id() + " has no parameters, found " + name
            : "the policy %s has no parameter %s, expected one of: %s"
                .formatted(policy.id(), name, String.join(", ", known)));
  }
}
