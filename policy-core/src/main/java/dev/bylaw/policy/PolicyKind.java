package dev.bylaw.policy;

/** What a policy is about: code, data or infrastructure. */
public enum PolicyKind {
  CODE,
  DATA,
  INFRA
}
