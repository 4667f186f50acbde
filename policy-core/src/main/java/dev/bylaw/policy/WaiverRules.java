package dev.bylaw.policy;

import dev.bylaw.source.Severity;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a set demands of waivers.
 *
 * @param approvers who may grant them, and for which scope; nobody else may
 * @param maxDays how long one may hold for a policy of a severity; no limit where there is none
 * @param selfApproval whether the one who asks may be the one who grants
 */
public record WaiverRules(
    Map<String, Scope> approvers, Map<Severity, Integer> maxDays, boolean selfApproval) {
  /** Where the set says nothing: nobody may grant one. */
  static final WaiverRules NONE = new WaiverRules(Map.of(), Map.of(), false);

  public WaiverRules {
    approvers = new TreeMap<>(approvers);
    Map<Severity, Integer> days = new EnumMap<>(Severity.class);
    days.putAll(maxDays);
    maxDays = days;
  }
}
