package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets of sets and the operators on sets. */
final class Sets {
  private Sets() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "and",
            "(x: set[any], y: set[any]) => (z: set[any])",
            "Intersects two sets.",
            (c, args) -> intersect(Args.set(args, 0), Args.set(args, 1))),
        Builtin.of(
            "or",
            "(x: set[any], y: set[any]) => (z: set[any])",
            "Unites two sets.",
            (c, args) -> unite(List.of(Args.set(args, 0), Args.set(args, 1)))),
        Builtin.of(
                "set_diff",
                "(set[any], set[any]) => set[any]",
                "Gives the elements of the first set that are not in the second.",
                (c, args) -> difference(Args.set(args, 0), Args.set(args, 1)))
            .with(Builtin.Trait.DEPRECATED),
        Builtin.of(
            "intersection",
            "(xs: set[set[any]]) => (y: set[any])",
            "Intersects all sets of a set.",
            (c, args) -> intersection(args)),
        Builtin.of(
            "union",
            "(xs: set[set[any]]) => (y: set[any])",
            "Unites all sets of a set.",
            (c, args) -> unite(sets(args))));
  }

  private static List<RegoSet> sets(RegoValue[] args) throws BuiltinException {
    for (RegoValue element : Args.set(args, 0)) {
      if (!(element instanceof RegoSet)) {
        throw BuiltinException.operand(1, element, "set");
      }
    }
    return Args.set(args, 0).toList().stream().map(RegoSet.class::cast).toList();
  }

  private static RegoValue intersection(RegoValue[] args) throws BuiltinException {
    @Nullable RegoSet result = null;
    for (RegoSet set : sets(args)) {
      result = result == null ? set : intersect(result, set);
    }
    return result == null ? RegoSet.EMPTY : result;
  }

  static RegoSet intersect(RegoSet a, RegoSet b) {
    boolean firstIsSmall = a.size() <= b.size();
    RegoSet small = firstIsSmall ? a : b;
    RegoSet large = firstIsSmall ? b : a;
    RegoSet.Builder result = RegoSet.builder();
    for (RegoValue element : small) {
      if (large.contains(element)) {
        result.add(element);
      }
    }
    return result.build();
  }

  static RegoSet difference(RegoSet a, RegoSet b) {
    RegoSet.Builder result = RegoSet.builder(a.size());
    for (RegoValue element : a) {
      if (!b.contains(element)) {
        result.add(element);
      }
    }
    return result.build();
  }

  static RegoSet unite(List<RegoSet> sets) {
    RegoSet.Builder result = RegoSet.builder(sets.stream().mapToInt(RegoSet::size).sum());
    for (RegoSet set : sets) {
      set.forEach(result::add);
    }
    return result.build();
  }
}
