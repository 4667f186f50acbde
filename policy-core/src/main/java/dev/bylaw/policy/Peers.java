package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Holds an assignment against the others of its level. Two may not state the same thing for the
 * same subjects; where one is for some of the other's subjects, it may state something stricter.
 */
record Peers(Fields fields, Policy policy, Assignment assignment) {
  void check(List<Assignment> sameScope) {
    for (Assignment other : sameScope) {
      if (!other.library()
          && !other.equals(assignment)
          && other.level().equals(assignment.level())) {
        boolean same = other.condition().equals(assignment.condition());
        if (same && other.span().start() < assignment.span().start()) {
          twice(other);
        } else if (!same && other.condition().isImpliedBy(assignment.condition())) {
          narrower(other);
        } else if (!same && !other.condition().excludes(assignment.condition())) {
          unordered(other);
        }
      }
    }
  }

  private void twice(Assignment other) {
    twice("state", Assignment::state, other);
    twice("override level", Assignment::override, other);
    twice("severity", Assignment::severity, other);
    for (Parameter p : policy.parameters()) {
      twice(p.name(), a -> value(a, p), other);
    }
    assignment
        .points()
        .forEach(
            (point, action) ->
                Optional.ofNullable(other.points().get(point))
                    .filter(before -> before.value() != action.value())
                    .ifPresent(
                        before ->
                            again(
                                "action for " + Federation.word(point),
                                before.span(),
                                action.span())));
  }

  private <T> void twice(
      String what, Function<Assignment, Optional<Placed<T>>> stated, Assignment other) {
    stated
        .apply(assignment)
        .ifPresent(here -> stated.apply(other).ifPresent(b -> again(what, b.span(), here.span())));
  }

  private void again(String what, Span before, Span here) {
    fields.problem(
        SetManifest.CODE,
        here,
        "the policy " + policy.id() + " has its " + what + " from " + before + " already");
  }

  private void narrower(Assignment other) {
    stricter(Assignment::state, other, (a, b) -> Rollout.STRENGTH.compare(a, b) >= 0, "the state");
    stricter(Assignment::override, other, (a, b) -> b.and(a).equals(a), "the override level");
    stricter(Assignment::severity, other, (a, b) -> a.compareTo(b) <= 0, "the severity");
    for (EnforcementPoint point : EnforcementPoint.values()) {
      stricter(
          a -> Optional.ofNullable(a.points().get(point)),
          other,
          (a, b) -> a.compareTo(b) <= 0,
          "the action for " + Federation.word(point));
    }
    for (Parameter p : policy.parameters()) {
      stricter(
          a -> value(a, p),
          other,
          (a, b) -> Tightness.isAtLeast(p, b, a),
          "the value of " + p.name());
    }
  }

  private <T> void stricter(
      Function<Assignment, Optional<Placed<T>>> stated,
      Assignment other,
      BiPredicate<T, T> isStricter,
      String what) {
    Optional<Placed<T>> here = stated.apply(assignment);
    Optional<Placed<T>> general = stated.apply(other);
    if (here.isPresent()
        && general.isPresent()
        && !isStricter.test(here.get().value(), general.get().value())) {
      fields.problem(
          SetManifest.CODE,
          here.get().span(),
          "%s %s of %s has no effect, because %s holds for these subjects too, from %s; expected something stricter"
              .formatted(
                  what,
                  Federation.word(here.get().value()),
                  policy.id(),
                  Federation.word(general.get().value()),
                  general.get().span()));
    }
  }

  /** Where some subjects may meet both, there must be a tighter one of two values. */
  private void unordered(Assignment other) {
    for (Parameter p : policy.parameters()) {
      Optional<Placed<RegoValue>> here = value(assignment, p);
      Optional<Placed<RegoValue>> there = value(other, p);
      boolean ordered = p.order().isPresent() && p.order().get() != Parameter.Order.FIXED;
      if (!ordered
          && here.isPresent()
          && there.isPresent()
          && !here.get().value().equals(there.get().value())
          && other.span().start() < assignment.span().start()) {
        fields.problem(
            SetManifest.CODE,
            here.get().span(),
            "found %s for the parameter %s of %s, expected %s as at %s, because subjects may meet both selectors and no order says which is tighter"
                .formatted(
                    here.get().value(),
                    p.name(),
                    policy.id(),
                    there.get().value(),
                    there.get().span()));
      }
    }
  }

  private static Optional<Placed<RegoValue>> value(Assignment a, Parameter p) {
    return Optional.ofNullable(a.parameters().get(p.name()))
        .map(Located.Entry::value)
        .map(v -> new Placed<>(v.value(), v.span()));
  }
}
