package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Severity;
import dev.bylaw.source.Span;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a policy holds, whatever the day, with the place of everything that was stated.
 *
 * @param scope the highest at which it was assigned
 * @param place of the assignment there
 */
record Terms(
    Policy policy,
    Scope scope,
    Placed<Rollout> state,
    Map<EnforcementPoint, Placed<Action>> points,
    Placed<OverrideLevel> override,
    Placed<Severity> severity,
    Map<String, Placed<RegoValue>> parameters,
    Span place) {
  static Placed<Rollout> stricterState(Placed<Rollout> a, Placed<Rollout> b) {
    return Rollout.STRENGTH.compare(b.value(), a.value()) > 0 ? b : a;
  }

  static Placed<Action> stricterAction(Placed<Action> a, Placed<Action> b) {
    return b.value().compareTo(a.value()) < 0 ? b : a;
  }

  static Placed<Severity> stricterSeverity(Placed<Severity> a, Placed<Severity> b) {
    return b.value().compareTo(a.value()) < 0 ? b : a;
  }

  static Placed<OverrideLevel> stricterOverride(Placed<OverrideLevel> a, Placed<OverrideLevel> b) {
    OverrideLevel both = a.value().and(b.value());
    return new Placed<>(both, both.equals(a.value()) ? a.span() : b.span());
  }

  /** The values of the parameters, by name. */
  RegoObject values() {
    RegoObject.Builder out = RegoObject.builder(parameters.size());
    parameters.forEach((name, v) -> out.put(name, v.value()));
    return out.build();
  }

  /** The actions, by point. */
  Map<EnforcementPoint, Action> actions() {
    Map<EnforcementPoint, Action> out = new EnumMap<>(EnforcementPoint.class);
    points.forEach((point, action) -> out.put(point, action.value()));
    return out;
  }
}
