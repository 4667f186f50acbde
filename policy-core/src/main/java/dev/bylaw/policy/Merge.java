package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What several assignments of one policy come to. At one level what is stated counts, and where
 * nothing is, what the level above says. Of all levels the strictest counts, so that nothing added
 * below can weaken what is above.
 */
final class Merge {
  private final Policy policy;
  private final List<List<Assignment>> levels = new ArrayList<>();

  /**
   * @param assignments from above to below, not empty
   */
  Merge(Policy policy, List<Assignment> assignments) {
    this.policy = policy;
    for (Assignment a : assignments) {
      List<Assignment> last = levels.isEmpty() ? List.of() : levels.get(levels.size() - 1);
      if (last.isEmpty() || Level.DOWNWARDS.compare(last.get(0).level(), a.level()) != 0) {
        last = new ArrayList<>();
        levels.add(last);
      }
      last.add(a);
    }
  }

  private Assignment top() {
    return levels.get(0).get(0);
  }

  Terms terms() {
    Span place = top().span();
    Map<EnforcementPoint, Placed<Action>> points = new EnumMap<>(EnforcementPoint.class);
    for (EnforcementPoint point : EnforcementPoint.values()) {
      points.put(
          point,
          merge(
              a -> Optional.ofNullable(a.points().get(point)),
              new Placed<>(Action.DENY, place),
              Terms::stricterAction));
    }
    Map<String, Placed<RegoValue>> parameters = new TreeMap<>();
    for (Parameter parameter : policy.parameters()) {
      parameter(parameter).ifPresent(v -> parameters.put(parameter.name(), v));
    }
    return new Terms(
        policy,
        top().level().scope(),
        merge(Assignment::state, new Placed<>(Rollout.ENFORCED, place), Terms::stricterState),
        points,
        merge(
            Assignment::override,
            new Placed<>(OverrideLevel.OVERRIDABLE, place),
            Terms::stricterOverride),
        merge(
            Assignment::severity, new Placed<>(policy.severity(), place), Terms::stricterSeverity),
        parameters,
        place);
  }

  private Optional<Placed<RegoValue>> parameter(Parameter parameter) {
    return fold(
        a ->
            Optional.ofNullable(a.parameters().get(parameter.name()))
                .map(Located.Entry::value)
                .map(v -> new Placed<>(v.value(), v.span())),
        parameter.initial().map(v -> new Placed<>(v, parameter.place())),
        (a, b) -> Tightness.tighter(parameter, a, b));
  }

  private <T> Placed<T> merge(
      Function<Assignment, Optional<Placed<T>>> stated,
      Placed<T> initial,
      BinaryOperator<Placed<T>> stricter) {
    return fold(stated, Optional.of(initial), stricter).orElse(initial);
  }

  private <T> Optional<Placed<T>> fold(
      Function<Assignment, Optional<Placed<T>>> stated,
      Optional<Placed<T>> initial,
      BinaryOperator<Placed<T>> stricter) {
    Optional<Placed<T>> top = at(levels.get(0), stated, stricter);
    Optional<Placed<T>> result = top.isPresent() ? top : initial;
    for (List<Assignment> level : levels.subList(1, levels.size())) {
      result = stricter(result, at(level, stated, stricter), stricter);
    }
    return result;
  }

  private static <T> Optional<Placed<T>> stricter(
      Optional<Placed<T>> one, Optional<Placed<T>> other, BinaryOperator<Placed<T>> stricter) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(stricter.apply(one.get(), other.get()))
        : one.isPresent() ? one : other;
  }

  /** What a level states itself, or else what the packs suggest that it imports. */
  private static <T> Optional<Placed<T>> at(
      List<Assignment> level,
      Function<Assignment, Optional<Placed<T>>> stated,
      BinaryOperator<Placed<T>> stricter) {
    Optional<Placed<T>> own = Optional.empty();
    Optional<Placed<T>> suggested = Optional.empty();
    for (Assignment assignment : level) {
      Optional<Placed<T>> here = stated.apply(assignment);
      if (assignment.library()) {
        suggested = stricter(suggested, here, stricter);
      } else {
        own = stricter(own, here, stricter);
      }
    }
    return own.isPresent() ? own : suggested;
  }
}
