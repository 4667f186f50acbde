package dev.bylaw.policy;

/** Where a decision is asked for. */
public enum EnforcementPoint {
  BUILD,
  PROVISION,
  PIPELINE,
  AUDIT
}
