package dev.bylaw.policy;

/**
 * Where a policy is assigned, and how far it is rolled out there.
 *
 * @param rollout the strictest of what is assigned at the scope and above it
 * @param everywhere whether it is for all subjects of the scope, without {@code where} and {@code
 *     ring}
 */
public record Placement(Scope scope, Rollout rollout, boolean everywhere) {}
