package dev.bylaw.policy;

import dev.bylaw.policy.Assignment.Selector;
import dev.bylaw.policy.Assignments.Assigned;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the policies that assignments name, and holds the assignments against them. */
final class Assigning {
  private final Fields fields;
  private final Map<String, Policy> all = new LinkedHashMap<>();
  private final Set<String> builtIn = new LinkedHashSet<>();
  private final Map<Integer, Set<String>> visible = new TreeMap<>();
  private final Map<Integer, SourceFolder> folders = new TreeMap<>();
  private final Map<String, List<Assignment>> byPolicy = new LinkedHashMap<>();

  Assigning(List<Check> checks, Fields fields) {
    this.fields = fields;
    for (Check check : checks) {
      all.putIfAbsent(check.id(), policy(check));
      builtIn.add(check.id());
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

  /** Makes the policies of a set known; sets come in the order of their numbers. */
  void policies(Part part, List<Policy> own) {
    Set<String> ids = new LinkedHashSet<>();
    for (Policy policy : own) {
      Policy taken = all.putIfAbsent(policy.id(), policy);
      if (taken == null) {
        ids.add(policy.id());
      } else {
        duplicate(policy, taken);
      }
    }
    for (Part.Imported i : part.imports()) {
      ids.addAll(visible.getOrDefault(i.part().number(), Set.of()));
    }
    visible.put(part.number(), ids);
    folders.put(part.number(), part.attached());
  }

  private void duplicate(Policy policy, Policy taken) {
    String by =
        taken.place().map(p -> "the policy at " + p).orElse("the built-in check " + taken.title());
    policy
        .place()
        .ifPresent(
            p ->
                fields.problem(
                    "policy_duplicate", p, "the id " + policy.id() + " is taken by " + by));
  }

  /** Takes what a set assigns. */
  void assign(List<Suggestions.Named> assignments) {
    for (Suggestions.Named named : assignments) {
      Set<String> ids = new LinkedHashSet<>();
      for (Selector selector : named.assignment().policies()) {
        ids.addAll(matches(selector, named.namespace()));
      }
      for (String id : ids) {
        assign(id, named.assignment());
      }
    }
  }

  /** Takes all policies of a set that does not say which. */
  void everything(Part part, List<Policy> own) {
    for (Policy policy : own) {
      policy.place().ifPresent(p -> assign(policy.id(), Assignment.of(p, part.level())));
    }
  }

  private void assign(String id, Assignment assignment) {
    byPolicy.computeIfAbsent(id, k -> new ArrayList<>()).add(assignment);
  }

  Assignments assignments() {
    List<Assigned> assigned = new ArrayList<>();
    for (Policy policy : all.values()) {
      List<Assignment> list = byPolicy.get(policy.id());
      if (list != null) {
        assigned.add(new Assigned(ready(policy, list), list));
      }
    }
    for (Assigned a : assigned) {
      for (Assignment assignment : a.list()) {
        parameters(a.policy(), assignment);
      }
    }
    Federation federation = new Federation(fields);
    for (Assigned a : assigned) {
      federation.check(a);
    }
    return new Assignments(assigned);
  }

  /** Files that a check's parameters name are in the folder of the set that chooses them. */
  private Policy ready(Policy policy, List<Assignment> list) {
    return new CheckSetting(folder(list), fields).ready(policy, list);
  }

  private SourceFolder folder(List<Assignment> list) {
    for (Assignment assignment : list) {
      if (!assignment.parameters().isEmpty()) {
        return folders.getOrDefault(assignment.level().set(), SourceFolder.none());
      }
    }
    return SourceFolder.none();
  }

  /** Warns of what a set has, or imports, and nobody assigns. */
  void unassigned(Part part, List<Policy> own) {
    for (Policy policy : own) {
      if (!byPolicy.containsKey(policy.id())) {
        policy.place().ifPresent(p -> unassigned(p, "the policy " + policy.id()));
      }
    }
    for (Part.Imported i : part.imports()) {
      if (visible.getOrDefault(i.part().number(), Set.of()).stream()
          .noneMatch(byPolicy::containsKey)) {
        unassigned(i.as().span(), "everything in the " + i.as());
      }
    }
  }

  private void unassigned(Span place, String what) {
    fields.add(
        Diagnostic.warning(
            "policy_unassigned",
            place,
            what
                + " is assigned nowhere, so it does not run; name it under assign in policies.yaml"));
  }

  private List<String> matches(Selector selector, Part part) {
    String text = selector.glob().text();
    Set<String> known = visible.getOrDefault(part.number(), Set.of());
    List<String> ids =
        selector.glob().isExact()
            ? known.contains(text) || builtIn.contains(text) ? List.of(text) : List.of()
            : known.stream().filter(selector.glob()::matches).toList();
    if (ids.isEmpty()) {
      String hint =
          Fields.closest(text, List.copyOf(all.keySet()))
              .map(k -> "; did you mean " + k + "?")
              .orElse("");
      fields.problem(SetManifest.CODE, selector.span(), "no policy is called " + text + hint);
    }
    return ids;
  }

  private void parameters(Policy policy, Assignment assignment) {
    for (Map.Entry<String, Located.Entry> chosen : assignment.parameters().entrySet()) {
      parameter(policy, chosen.getKey(), chosen.getValue());
    }
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
