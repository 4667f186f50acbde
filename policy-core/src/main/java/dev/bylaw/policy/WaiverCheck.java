package dev.bylaw.policy;

import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a waiver with what its policy set demands. */
record WaiverCheck(Fields fields, WaiverRules rules, Assignments assignments) {
  private static final String CODE = WaiverReader.CODE;

  void check(Waiver waiver, Located.Object object) {
    Optional<Policy> policy =
        assignments.policies().stream().filter(p -> p.id().equals(waiver.policy())).findFirst();
    if (policy.isEmpty()) {
      List<String> known = assignments.policies().stream().map(Policy::id).toList();
      String hint =
          Fields.closest(waiver.policy(), known).map(k -> "; did you mean " + k + "?").orElse("");
      problem(object, "policy", "no policy in force is called " + waiver.policy() + hint);
    } else {
      approver(waiver, policy.get(), object);
      length(waiver, policy.get(), object);
    }
    if (waiver.granted().filter(g -> g.isAfter(waiver.expires())).isPresent()) {
      problem(object, "expires", "it expires before the day on which it is granted");
    }
    if (!rules.selfApproval()) {
      apart(waiver, object);
    }
  }

  private void approver(Waiver waiver, Policy policy, Located.Object object) {
    Optional<Scope> scope = Optional.ofNullable(rules.approvers().get(waiver.approver()));
    if (rules.approvers().isEmpty()) {
      problem(
          object,
          "approver",
          "the set lets nobody grant waivers; name approvers under waivers in policies.yaml");
    } else if (scope.isEmpty()) {
      problem(
          object,
          "approver",
          "found the approver %s, expected one of: %s"
              .formatted(waiver.approver(), String.join(", ", rules.approvers().keySet())));
    } else {
      Set<Scope> scopes = assignments.scopes(policy.id());
      if (scopes.stream().noneMatch(s -> scope.get().covers(s))) {
        problem(
            object,
            "approver",
            "%s is responsible for %s, but %s is assigned at %s; a scope that covers it must grant the waiver"
                .formatted(
                    waiver.approver(),
                    scope.get(),
                    policy.id(),
                    scopes.stream().map(Scope::toString).collect(Collectors.joining(", "))));
      }
    }
  }

  private void length(Waiver waiver, Policy policy, Located.Object object) {
    Optional<Integer> most = Optional.ofNullable(rules.maxDays().get(policy.severity()));
    if (most.isPresent() && waiver.granted().isEmpty()) {
      fields.problem(
          CODE,
          Fields.start(object),
          "expected the field granted: a waiver of a policy of severity %s holds for %d days at most"
              .formatted(policy.severity().word(), most.get()));
    } else if (most.isPresent()) {
      long days = ChronoUnit.DAYS.between(waiver.granted().orElseThrow(), waiver.expires());
      if (days > most.get()) {
        problem(
            object,
            "expires",
            "it holds for %d days, expected %d at most for a policy of severity %s"
                .formatted(days, most.get(), policy.severity().word()));
      }
    }
  }

  private void apart(Waiver waiver, Located.Object object) {
    if (waiver.requestedBy().isEmpty()) {
      fields.problem(
          CODE,
          Fields.start(object),
          "expected the field requestedBy: nobody may approve what they ask for");
    } else if (waiver.requestedBy().get().strip().equalsIgnoreCase(waiver.approver().strip())) {
      problem(
          object, "approver", waiver.approver() + " asked for it; somebody else must approve it");
    }
  }

  private void problem(Located.Object object, String key, String message) {
    Span place = fields.get(object, key).map(Located::span).orElseGet(() -> Fields.start(object));
    fields.problem(CODE, place, message);
  }
}
