package dev.bylaw.policy;

import dev.bylaw.subject.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which policies are assigned where. Immutable. */
final class Assignments {
  private final Map<String, Assigned> byId = new TreeMap<>();
  private final Set<Scope> scopes = new HashSet<>();
  private final List<Condition> conditions;
  private volatile @Nullable List<Terms> strictest; // on first use; a race merges twice

  /** A policy with its assignments, from above to below. */
  record Assigned(Policy policy, List<Assignment> list) {
    Assigned {
      list = new ArrayList<>(list);
      list.sort(Comparator.comparing(Assignment::level, Level.DOWNWARDS));
      list = List.copyOf(list);
    }
  }

  Assignments(Collection<Assigned> assigned) {
    Set<Condition> distinct = new LinkedHashSet<>();
    for (Assigned a : assigned) {
      byId.put(a.policy().id(), a);
      for (Assignment assignment : a.list()) {
        scopes.add(assignment.level().scope());
        if (!assignment.condition().isAlways()) {
          distinct.add(assignment.condition());
        }
      }
    }
    conditions = List.copyOf(distinct);
  }

  List<Policy> policies() {
    List<Policy> policies = new ArrayList<>();
    for (Assigned assigned : byId.values()) {
      policies.add(assigned.policy());
    }
    return policies;
  }

  Collection<Assigned> all() {
    return byId.values();
  }

  /** The lowest scope above this one, or itself, at which anything is assigned. */
  Scope nearest(Scope scope) {
    Scope at = scope;
    while (at.depth() > 0 && !scopes.contains(at)) {
      at = at.depth() == 2 ? at.domain().map(Scope::domain).orElseThrow() : Scope.ORGANISATION;
    }
    return at;
  }

  /** Which of the conditions, by number, a subject meets. */
  BitSet met(Subject subject, Scope scope) {
    BitSet met = new BitSet(conditions.size());
    for (int i = 0; i < conditions.size(); i++) {
      met.set(i, conditions.get(i).isMet(subject, scope));
    }
    return met;
  }

  /** What holds at a scope where some of the conditions are met, by id. */
  List<Terms> terms(Scope scope, BitSet met) {
    Set<Condition> holding = new HashSet<>();
    for (int i = met.nextSetBit(0); i >= 0; i = met.nextSetBit(i + 1)) {
      holding.add(conditions.get(i));
    }
    List<Terms> out = new ArrayList<>();
    for (Assigned assigned : byId.values()) {
      List<Assignment> here = new ArrayList<>();
      for (Assignment a : assigned.list()) {
        boolean holds = a.condition().isAlways() || holding.contains(a.condition());
        if (holds && a.level().scope().covers(scope)) {
          here.add(a);
        }
      }
      if (!here.isEmpty()) {
        out.add(new Merge(assigned.policy(), here).terms());
      }
    }
    return out;
  }

  Set<Scope> scopes(String id) {
    Set<Scope> all = new TreeSet<>(Comparator.comparing(Scope::toString));
    Optional.ofNullable(byId.get(id))
        .ifPresent(a -> a.list().forEach(x -> all.add(x.level().scope())));
    Set<Scope> highest = new LinkedHashSet<>(all);
    highest.removeIf(s -> all.stream().anyMatch(t -> !t.equals(s) && t.covers(s)));
    return highest;
  }

  /** Where a policy is assigned, from above to below. */
  List<Placement> placements(String id) {
    return Optional.ofNullable(byId.get(id)).map(Assignments::placements).orElse(List.of());
  }

  private static List<Placement> placements(Assigned assigned) {
    List<Placement> out = new ArrayList<>();
    for (Scope scope : assigned.list().stream().map(a -> a.level().scope()).distinct().toList()) {
      List<Assignment> here =
          assigned.list().stream().filter(a -> a.level().scope().covers(scope)).toList();
      boolean everywhere = here.stream().anyMatch(a -> a.condition().equals(Condition.ALWAYS));
      Rollout rollout = new Merge(assigned.policy(), here).terms().state().value();
      out.add(new Placement(scope, rollout, everywhere));
    }
    return out;
  }

  Set<String> acting(EnforcementPoint point, LocalDate day) {
    Set<String> ids = new TreeSet<>();
    for (Terms terms : strictest()) {
      LifeCycle stage = terms.state().value().on(day);
      Placed<Action> action = terms.points().get(point);
      boolean off = stage == LifeCycle.DRAFT || stage == LifeCycle.RETIRED;
      if (!off && action != null && action.value() != Action.OFF) {
        ids.add(terms.policy().id());
      }
    }
    return ids;
  }

  /** The strictest that each policy can become is what all of its assignments come to. */
  private List<Terms> strictest() {
    List<Terms> known = strictest;
    if (known == null) {
      List<Terms> all = new ArrayList<>();
      for (Assigned assigned : byId.values()) {
        all.add(new Merge(assigned.policy(), assigned.list()).terms());
      }
      known = List.copyOf(all);
      strictest = known;
    }
    return known;
  }
}
