package dev.bylaw.policy;

/** What a policy makes of a subject with values that are not known yet. */
public enum UnknownMeans {
  PASS,
  WARN,
  FAIL
}
