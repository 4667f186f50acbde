package dev.bylaw.policy;

import dev.bylaw.source.Severity;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of {@code assign}: what it does not say is inherited.
 *
 * @param library whether it is a suggestion of a pack, which the set that imports it may replace
 */
record Assignment(
    List<Selector> policies,
    Level level,
    Condition condition,
    boolean library,
    Map<String, Located.Entry> parameters,
    Optional<Placed<Rollout>> state,
    Map<EnforcementPoint, Placed<Action>> points,
    Optional<Placed<OverrideLevel>> override,
    Optional<Placed<Severity>> severity,
    Span span) {

  /** Names policies: an id, or a pattern of ids. */
  record Selector(Glob glob, Span span) {}

  /** Assigns a policy, without any terms. */
  static Assignment of(Span place, Level level) {
    return new Assignment(
        List.of(),
        level,
        Condition.ALWAYS,
        false,
        Map.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        place);
  }

  /** The same, assigned by a set for a scope. */
  Assignment at(Level other, boolean suggested) {
    return new Assignment(
        policies, other, condition, suggested, parameters, state, points, override, severity, span);
  }
}
