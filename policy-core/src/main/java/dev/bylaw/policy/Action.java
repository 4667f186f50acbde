package dev.bylaw.policy;

/** What findings of a policy do at an enforcement point. */
public enum Action {
  /** They count with the policy's severity. */
  DENY,
  /** They are warnings at most. */
  WARN,
  /** The policy does not run. */
  OFF
}
