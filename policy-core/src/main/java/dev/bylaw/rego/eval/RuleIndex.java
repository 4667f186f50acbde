package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds, among many definitions of one name, those whose conditions on constants may hold. A tree:
 * each branch looks at one place; the leaves hold definitions. Memory is linear in the conditions.
 */
abstract class RuleIndex {
  /** Fewer definitions are tried one by one. */
  private static final int WORTHWHILE = 3;

  /** A definition with its conditions. */
  record Entry(RulePlan plan, List<IndexCondition> tests) {}

  /** Adds the candidates, those with fewer conditions first. */
  abstract void find(Context context, RegoValue[] args, List<RulePlan> out);

  static RuleIndex of(List<Entry> entries) {
    return of(entries, Set.of());
  }

  private static RuleIndex of(List<Entry> entries, Set<IndexCondition.Place> used) {
    Map<IndexCondition.Place, Integer> counts = new LinkedHashMap<>();
    for (Entry entry : entries) {
      for (IndexCondition.Place place : places(entry)) {
        if (!used.contains(place)) {
          counts.merge(place, 1, Integer::sum);
        }
      }
    }
    IndexCondition.Place best = null;
    for (Map.Entry<IndexCondition.Place, Integer> count : counts.entrySet()) {
      if (best == null || count.getValue() > counts.getOrDefault(best, 0)) {
        best = count.getKey();
      }
    }
    return best == null || counts.getOrDefault(best, 0) < WORTHWHILE
        ? new Leaf(entries)
        : new Branch(best, entries, used);
  }

  private static Set<IndexCondition.Place> places(Entry entry) {
    Set<IndexCondition.Place> places = new HashSet<>();
    entry.tests().forEach(t -> places.add(t.place()));
    return places;
  }

  private static final class Leaf extends RuleIndex {
    private final RulePlan[] plans;

    Leaf(List<Entry> entries) {
      plans = entries.stream().map(Entry::plan).toArray(RulePlan[]::new);
    }

    @Override
    void find(Context context, RegoValue[] args, List<RulePlan> out) {
      for (RulePlan plan : plans) {
        out.add(plan);
      }
    }
  }

  private static final class Branch extends RuleIndex {
    private final IndexCondition.Place place;
    private final Map<RegoValue, RuleIndex> byValue = new HashMap<>();
    private final int[] lengths;
    private final RuleIndex others;

    Branch(IndexCondition.Place place, List<Entry> entries, Set<IndexCondition.Place> used) {
      this.place = place;
      Set<IndexCondition.Place> below = new HashSet<>(used);
      below.add(place);
      Map<RegoValue, List<Entry>> groups = new LinkedHashMap<>();
      List<Entry> rest = new ArrayList<>();
      for (Entry entry : entries) {
        Set<RegoValue> values = values(entry);
        if (values == null) {
          rest.add(entry);
        } else {
          values.forEach(v -> groups.computeIfAbsent(v, k -> new ArrayList<>()).add(entry));
        }
      }
      groups.forEach((value, group) -> byValue.put(value, RuleIndex.of(group, below)));
      others = RuleIndex.of(rest, below);
      lengths =
          groups.keySet().stream()
              .mapToInt(v -> v instanceof RegoString s ? s.value().length() : 0)
              .distinct()
              .toArray();
    }

    /** One condition is enough; where there are several on the place, the first one is taken. */
    private @Nullable Set<RegoValue> values(Entry entry) {
      for (IndexCondition test : entry.tests()) {
        if (test.place().equals(place)) {
          return test.values();
        }
      }
      return null;
    }

    @Override
    void find(Context context, RegoValue[] args, List<RulePlan> out) {
      others.find(context, args, out);
      RegoValue value = place.value(context, args);
      if (place.prefix()) {
        beginnings(value, context, args, out);
      } else {
        RuleIndex index = value == null ? null : byValue.get(value);
        if (index != null) {
          index.find(context, args, out);
        }
      }
    }

    private void beginnings(
        @Nullable RegoValue value, Context context, RegoValue[] args, List<RulePlan> out) {
      if (!(value instanceof RegoString text)) {
        return;
      }
      for (int length : lengths) {
        if (length <= text.value().length()) {
          RuleIndex index = byValue.get(RegoString.of(text.value().substring(0, length)));
          if (index != null) {
            index.find(context, args, out);
          }
        }
      }
    }
  }
}
