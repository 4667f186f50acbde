package dev.bylaw.policy;

import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.source.Span;
import java.util.Map;

/**
 * A policy as it holds for one subject on one day: all assignments from the organisation down to
 * the product, of which the strictest counts. Immutable and thread-safe.
 *
 * @param policy with the severity that it was assigned
 * @param scope the highest at which it was assigned; whoever waives it must be responsible there
 * @param rollout as assigned, with the date where there is one
 * @param stage on that day
 * @param points its action where it is not {@link Action#DENY}
 * @param override who may grant a waiver
 * @param parameters in force, by name
 * @param program the set's rules over the parameters of this subject
 * @param place of the assignment at {@code scope}
 */
public record AssignedPolicy(
    Policy policy,
    Scope scope,
    Rollout rollout,
    LifeCycle stage,
    Map<EnforcementPoint, Action> points,
    OverrideLevel override,
    RegoObject parameters,
    RegoProgram program,
    Span place) {
  public AssignedPolicy {
    points = Map.copyOf(points);
  }

  /** What its findings do at a point on that day. */
  public Action action(EnforcementPoint point) {
    Action stated = points.getOrDefault(point, Action.DENY);
    return switch (stage) {
      case DRAFT, RETIRED -> Action.OFF;
      case OBSERVE, GRACE -> stated == Action.OFF ? Action.OFF : Action.WARN;
      case ENFORCED ->
          stated == Action.DENY && override.kind() == OverrideLevel.Kind.ADVISORY
              ? Action.WARN
              : stated;
    };
  }
}
