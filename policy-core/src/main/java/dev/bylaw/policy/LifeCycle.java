package dev.bylaw.policy;

/** How far a policy is rolled out. */
public enum LifeCycle {
  /** Seen only in impact analysis; does not run. */
  DRAFT,
  /** Reported as warnings, never blocks. */
  OBSERVE,
  /** Reported as warnings until a day; from the day after it is enforced, by itself. */
  GRACE,
  ENFORCED,
  /** Kept for its history; does not run. */
  RETIRED
}
