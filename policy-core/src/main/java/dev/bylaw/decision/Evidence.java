package dev.bylaw.decision;

import dev.bylaw.decision.Decision.Grounds;
import dev.bylaw.decision.Decision.Judged;
import dev.bylaw.decision.Decision.Outcome;
import dev.bylaw.decision.Decision.SetId;
import dev.bylaw.policy.EnforcementPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run decided, for somebody who was not there: signed by {@link EvidenceSigner}, read back
 * by {@link EvidenceVerifier}. Immutable.
 *
 * @param engine the version of Bylaw
 * @param day on which policies and waivers were looked up
 * @param inputs what was judged, and which policies each input passed
 * @param waivers those that were used
 * @param issued in whole seconds
 * @param expires from when on it says nothing
 */
public record Evidence(
    Outcome outcome,
    EnforcementPoint point,
    SetId policySet,
    String engine,
    LocalDate day,
    List<Judged> inputs,
    List<Used> waivers,
    Instant issued,
    Instant expires) {
  public Evidence {
    inputs = List.copyOf(inputs);
    waivers = List.copyOf(waivers);
    issued = issued.truncatedTo(ChronoUnit.SECONDS);
    expires = expires.truncatedTo(ChronoUnit.SECONDS);
  }

  /** A waiver without which the decision might have been another. */
  public record Used(String policy, String ticket, String approver, LocalDate expires) {}

  /** Of a decision. */
  public static Evidence of(Decision decision, Instant issued, Instant expires) {
    List<Used> used = new ArrayList<>();
    for (Decision.Waived w : decision.waived()) {
      if (w.grounds() instanceof Grounds.ByWaiver by) {
        used.add(
            new Used(
                by.waiver().policy(),
                by.waiver().ticket(),
                by.waiver().approver(),
                by.waiver().expires()));
      }
    }
    return new Evidence(
        decision.outcome(),
        decision.point(),
        decision.policySet(),
        decision.circumstances().engine(),
        decision.circumstances().day(),
        decision.inputs(),
        used.stream().distinct().toList(),
        issued,
        expires);
  }

  /** By the hash of each input the policies that it passed. */
  Map<String, Set<String>> passed() {
    Map<String, Set<String>> out = new HashMap<>();
    inputs.forEach(i -> out.computeIfAbsent(i.hash(), k -> new HashSet<>()).addAll(i.passed()));
    return out;
  }
}
