package dev.bylaw.policy;

import dev.bylaw.policy.Assignments.Assigned;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Refuses assignments that would weaken what holds already. They could not do it, because of all
 * that is assigned the strictest counts; their authors must know.
 */
final class Federation {
  private static final String CODE = "policy_weakened";

  private final Fields fields;
  // a pattern gives one assignment to many policies; one message for each place is enough
  private final Set<Span> reported = new HashSet<>();

  Federation(Fields fields) {
    this.fields = fields;
  }

  void check(Assigned assigned) {
    Map<Scope, List<Assignment>> byScope = new HashMap<>();
    for (Assignment a : assigned.list()) {
      byScope.computeIfAbsent(a.level().scope(), k -> new ArrayList<>()).add(a);
    }
    for (Assignment a : assigned.list()) {
      List<Assignment> implied = new ArrayList<>();
      for (Scope scope : chain(a.level().scope())) {
        for (Assignment other : byScope.getOrDefault(scope, List.of())) {
          if (other.condition().isImpliedBy(a.condition())) {
            implied.add(other);
          }
        }
      }
      needed(assigned.policy(), a, implied);
      if (!a.library()) {
        above(assigned.policy(), a, implied);
        List<Assignment> sameScope = byScope.getOrDefault(a.level().scope(), List.of());
        if (sameScope.size() > 1) { // not only the assignment itself
          new Peers(fields, assigned.policy(), a).check(sameScope);
        }
      }
    }
  }

  /** A scope and those above it, from above to below. */
  private static List<Scope> chain(Scope scope) {
    List<Scope> chain = new ArrayList<>();
    chain.add(Scope.ORGANISATION);
    if (scope.depth() == 2) {
      chain.add(Scope.domain(scope.domain().orElseThrow()));
    }
    if (scope.depth() > 0) {
      chain.add(scope);
    }
    return chain;
  }

  /** Wherever an assignment holds, each parameter must have a value. */
  private void needed(Policy policy, Assignment a, List<Assignment> implied) {
    Set<String> chosen = new HashSet<>();
    for (Assignment other : implied) {
      chosen.addAll(other.parameters().keySet());
    }
    chosen.addAll(a.parameters().keySet());
    for (Parameter p : policy.parameters()) {
      if (p.initial().isEmpty() && !chosen.contains(p.name()) && reported.add(p.place())) {
        fields.problem(
            SetManifest.CODE,
            p.place(),
            "the parameter %s of %s has no default; choose a value under assign in policies.yaml"
                .formatted(p.name(), policy.id()));
      }
    }
  }

  private void above(Policy policy, Assignment a, List<Assignment> implied) {
    List<Assignment> above = new ArrayList<>();
    for (Assignment other : implied) {
      if (other.level().isAbove(a.level())) {
        above.add(other);
      }
    }
    if (above.isEmpty()) {
      return;
    }
    above.sort(Comparator.comparing(Assignment::level, Level.DOWNWARDS));
    Terms terms = new Merge(policy, above).terms();
    a.state()
        .filter(s -> Rollout.STRENGTH.compare(s.value(), terms.state().value()) < 0)
        .ifPresent(s -> weaker(policy, "the state ", s, terms.state()));
    a.points()
        .forEach(
            (point, action) -> {
              Placed<Action> held = terms.points().get(point);
              if (held != null && action.value().compareTo(held.value()) > 0) {
                weaker(policy, "at " + word(point) + " the action ", action, held);
              }
            });
    a.override()
        .filter(o -> !terms.override().value().and(o.value()).equals(o.value()))
        .ifPresent(o -> weaker(policy, "the override level ", o, terms.override()));
    a.severity()
        .filter(s -> s.value().compareTo(terms.severity().value()) > 0)
        .ifPresent(s -> weaker(policy, "the severity ", s, terms.severity()));
    policy.parameters().forEach(p -> parameter(policy, p, a, terms));
  }

  private void parameter(Policy policy, Parameter parameter, Assignment a, Terms terms) {
    Located.Entry chosen = a.parameters().get(parameter.name());
    Placed<RegoValue> held = terms.parameters().get(parameter.name());
    if (chosen == null
        || held == null
        || !ParameterReader.fits(parameter, chosen.value().value())
        || Tightness.isAtLeast(parameter, held.value(), chosen.value().value())
        || !reported.add(chosen.value().span())) {
      return;
    }
    fields.problem(
        CODE,
        chosen.value().span(),
        "found %s for the parameter %s of %s, expected %s, because %s holds from %s"
            .formatted(
                chosen.value().value(),
                parameter.name(),
                policy.id(),
                wanted(parameter, held.value()),
                held.value(),
                held.span()));
  }

  private static String wanted(Parameter parameter, RegoValue held) {
    return parameter
        .order()
        .map(
            order ->
                switch (order) {
                  case MIN -> held + " or more";
                  case MAX -> held + " or less";
                  case SUBSET -> held + " or fewer elements of it";
                  case SUPERSET -> held + " and more elements if need be";
                  case FIXED -> held + " (it is fixed)";
                })
        .orElse(held + " (it has no order, so nobody can say what is tighter)");
  }

  private <T> void weaker(Policy policy, String what, Placed<T> found, Placed<T> held) {
    if (reported.add(found.span())) {
      fields.problem(
          CODE,
          found.span(),
          "found %s%s for %s, expected %s or stricter, which holds from %s"
              .formatted(what, word(found.value()), policy.id(), word(held.value()), held.span()));
    }
  }

  static String word(Object value) {
    return value instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT) : value.toString();
  }
}
