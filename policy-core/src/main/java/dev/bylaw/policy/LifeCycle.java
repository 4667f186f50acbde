package dev.bylaw.policy;

/** How far a policy is rolled out. */
public enum LifeCycle {
  /** Seen only in impact analysis; does not run. */
  DRAFT,
  /** Reported as warnings, never blocks. */
  OBSERVE,
  ENFORCED
}
