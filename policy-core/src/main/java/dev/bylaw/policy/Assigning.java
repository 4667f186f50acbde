package dev.bylaw.policy;

import dev.bylaw.policy.SetManifest.Assignment;
import dev.bylaw.policy.SetManifest.Selector;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings policies into force and collects the values chosen for their parameters. Two assignments
 * of one policy may not choose the same thing twice.
 */
final class Assigning {
  private final List<Policy> own;
  private final Map<String, Policy> all = new LinkedHashMap<>();
  private final Map<String, Map<String, Located>> chosen = new HashMap<>();
  private final Fields fields;

  Assigning(List<Policy> own, List<Check> checks, Fields fields) {
    this.own = own;
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
        List.of(),
        new Policy.Implementation.BuiltIn(check),
        LifeCycle.ENFORCED,
        Map.of(),
        Optional.empty());
  }

  /** What was chosen: policy's id, parameter's name, value. */
  Map<String, Map<String, Located>> chosen() {
    return chosen;
  }

  List<Policy> all() {
    return own;
  }

  List<Policy> assigned(List<Assignment> assignments) {
    Map<String, List<Assignment>> byPolicy = new LinkedHashMap<>();
    for (Assignment assignment : assignments) {
      Set<String> ids = new LinkedHashSet<>();
      assignment.policies().forEach(s -> ids.addAll(matches(s)));
      ids.forEach(id -> byPolicy.computeIfAbsent(id, k -> new ArrayList<>()).add(assignment));
    }
    List<Policy> inForce = new ArrayList<>();
    all.forEach(
        (id, policy) -> {
          List<Assignment> list = byPolicy.get(id);
          if (list != null) {
            inForce.add(apply(policy, list));
          }
        });
    for (Policy policy : own) {
      if (!byPolicy.containsKey(policy.id())) {
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
    }
    return inForce;
  }

  private List<String> matches(Selector selector) {
    List<String> ids =
        selector.isExact()
            ? all.containsKey(selector.text()) ? List.of(selector.text()) : List.of()
            : own.stream().map(Policy::id).filter(selector::matches).toList();
    if (ids.isEmpty()) {
      String hint =
          Fields.closest(selector.text(), List.copyOf(all.keySet()))
              .map(k -> "; did you mean " + k + "?")
              .orElse("");
      fields.problem(
          SetManifest.CODE, selector.span(), "no policy is called " + selector.text() + hint);
    }
    return ids;
  }

  private Policy apply(Policy policy, List<Assignment> assignments) {
    LifeCycle state = policy.state();
    Map<EnforcementPoint, Action> points = new EnumMap<>(EnforcementPoint.class);
    Span stated = null;
    for (Assignment a : assignments) {
      if (a.state().isPresent()) {
        twice(policy, "state", stated, a.state().get().span());
        stated = a.state().get().span();
        state = a.state().get().value();
      }
      a.points()
          .forEach(
              (point, action) -> {
                Action before = points.put(point, action);
                if (before != null && before != action) {
                  fields.problem(
                      SetManifest.CODE,
                      a.span(),
                      "the policy "
                          + policy.id()
                          + " has another action for "
                          + point
                          + " already");
                }
              });
      a.parameters().ifPresent(p -> p.entries().forEach((k, e) -> choose(policy, k, e)));
    }
    return policy.assigned(state, points);
  }

  private void choose(Policy policy, String name, Located.Entry entry) {
    if (policy.parameters().stream().noneMatch(p -> p.name().equals(name))) {
      List<String> known = policy.parameters().stream().map(Parameter::name).toList();
      fields.problem(
          SetManifest.CODE,
          entry.keySpan(),
          known.isEmpty()
              ? "the policy " + policy.id() + " has no parameters, found " + name
              : "the policy %s has no parameter %s, expected one of: %s"
                  .formatted(policy.id(), name, String.join(", ", known)));
      return;
    }
    Located before =
        chosen.computeIfAbsent(policy.id(), k -> new HashMap<>()).put(name, entry.value());
    twice(policy, name, before == null ? null : before.span(), entry.value().span());
  }

  private void twice(Policy policy, String what, @Nullable Span before, Span place) {
    if (before != null && !before.equals(place)) {
      fields.problem(
          SetManifest.CODE,
          place,
          "the policy " + policy.id() + " has its " + what + " from " + before + " already");
    }
  }
}
