package dev.bylaw.decision;

import dev.bylaw.policy.AssignedPolicy;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.OverrideLevel;
import dev.bylaw.policy.Scope;
import dev.bylaw.policy.Waiver;
import dev.bylaw.policy.WaiverRules;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.subject.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The waivers of one run: which finding has one, and what is wrong with them. */
final class Waiving {
  private static final int SOON_DAYS = 30;

  private final WaiverRules rules;
  private final EnforcementPoint point;
  private final LocalDate day;
  private final Map<String, List<Waiver>> byPolicy = new HashMap<>();
  private final Map<Waiver, Set<Seen>> seen = new LinkedHashMap<>();
  private final Map<Waiver, String> refused = new HashMap<>();

  /** What a run saw of a waiver. */
  private enum Seen {
    /** A subject in its product and domain. */
    PLACE,
    /** A subject that it is for, judged by its policy. */
    SUBJECT,
    /** A finding that it is for. */
    FINDING
  }

  Waiving(WaiverRules rules, List<Waiver> waivers, EnforcementPoint point, LocalDate day) {
    this.rules = rules;
    this.point = point;
    this.day = day;
    for (Waiver waiver : waivers) {
      byPolicy.computeIfAbsent(waiver.policy(), k -> new ArrayList<>()).add(waiver);
      seen.put(waiver, EnumSet.noneOf(Seen.class));
    }
  }

  /** A policy judged a subject, with or without findings. */
  void judged(String policy, Subject subject) {
    for (Waiver waiver : byPolicy.getOrDefault(policy, List.of())) {
      if (waiver.subject().isAt(subject)) {
        mark(waiver, Seen.PLACE);
      }
      if (waiver.subject().matches(subject)) {
        mark(waiver, Seen.SUBJECT);
      }
    }
  }

  private void mark(Waiver waiver, Seen what) {
    seen.computeIfAbsent(waiver, k -> EnumSet.noneOf(Seen.class)).add(what);
  }

  /** The waiver that holds for a finding: of several the one that expires last. */
  Optional<Waiver> of(Finding finding, AssignedPolicy assigned) {
    Optional<Waiver> best = Optional.empty();
    for (Waiver waiver : byPolicy.getOrDefault(finding.policy().id(), List.of())) {
      if (waiver.isFor(finding.policy().id(), finding.subject(), finding.fingerprint())) {
        mark(waiver, Seen.FINDING);
        Optional<String> refusal = refusal(waiver, assigned);
        refusal.ifPresent(r -> refused.put(waiver, r));
        boolean later = best.filter(b -> !waiver.expires().isAfter(b.expires())).isEmpty();
        if (refusal.isEmpty() && waiver.holdsOn(day) && later) {
          best = Optional.of(waiver);
        }
      }
    }
    return best;
  }

  private Optional<String> refusal(Waiver waiver, AssignedPolicy assigned) {
    OverrideLevel level = assigned.override();
    Scope responsible = rules.approvers().get(waiver.approver());
    if (level.kind() == OverrideLevel.Kind.HARD) {
      return Optional.of("the policy is assigned as hard, which no waiver lifts");
    }
    if (!level.approvers().isEmpty() && !level.approvers().contains(waiver.approver())) {
      return Optional.of("the policy is " + level + ", not by " + waiver.approver());
    }
    return responsible != null && responsible.covers(assigned.scope())
        ? Optional.empty()
        : Optional.of(
            "the policy is assigned at %s, which is not in the scope of %s"
                .formatted(assigned.scope(), waiver.approver()));
  }

  /** What the owners of the waivers should know. */
  List<Diagnostic> notices() {
    List<Diagnostic> out = new ArrayList<>();
    seen.forEach((waiver, what) -> state(waiver, what, out));
    return out;
  }

  private void state(Waiver waiver, Set<Seen> what, List<Diagnostic> out) {
    boolean concerned = what.contains(Seen.PLACE) || point == EnforcementPoint.AUDIT;
    if (waiver.isBroad() && concerned) {
      notice(
          waiver,
          "waiver_broad",
          "is for whatever the policy finds on subjects that it does not"
              + " name: name a product, a path or the findings",
          out);
    }
    if (Optional.ofNullable(refused.get(waiver)).isPresent()) {
      notice(waiver, "waiver_refused", "does not hold: " + refused.get(waiver), out);
    } else if (day.isAfter(waiver.expires())) {
      if (concerned) {
        notice(
            waiver,
            "waiver_expired",
            "expired on "
                + waiver.expires()
                + "; renew it with its"
                + " approver, or mend the findings and delete it",
            out);
      }
    } else if (what.contains(Seen.FINDING)) {
      if (!waiver.expires().isAfter(day.plusDays(SOON_DAYS))) {
        notice(
            waiver,
            "waiver_expiring",
            "expires on " + waiver.expires() + "; then its findings" + " count again",
            out);
      }
    } else if (what.contains(Seen.SUBJECT)) {
      notice(
          waiver,
          "waiver_complies",
          "is not needed any more: nothing is found on its subjects;" + " delete it",
          out);
    } else if (concerned) {
      notice(
          waiver,
          "waiver_unused",
          "is for no subject that was judged; delete it, or mend its" + " subject",
          out);
    }
  }

  private static void notice(Waiver waiver, String code, String text, List<Diagnostic> out) {
    String message = "the waiver of %s (%s) %s".formatted(waiver.policy(), waiver.ticket(), text);
    out.add(Diagnostic.warning(code, waiver.place(), message));
  }
}
