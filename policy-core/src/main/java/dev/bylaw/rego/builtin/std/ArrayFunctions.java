package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Arrays to arrays. */
final class ArrayFunctions {
  private ArrayFunctions() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "array.concat",
            "(x: array[any], y: array[any]) => (z: array[any])",
            "Appends one array to another.",
            (c, args) -> Args.array(args, 0).concat(Args.array(args, 1))),
        Builtin.of(
            "array.slice",
            "(arr: array[any], start: number, stop: number) => (slice: array[any])",
            "Gives the elements from one index to another, exclusive; indexes are clamped.",
            (c, args) -> slice(args)),
        Builtin.of(
            "array.reverse",
            "(arr: array[any]) => (rev: array[any])",
            "Reverses the order of elements.",
            (c, args) -> reverse(args)),
        Builtin.of(
            "array.flatten",
            "(arr: array[any]) => (flattened: array[any])",
            "Replaces elements that are arrays by their elements, one level deep.",
            (c, args) -> flatten(args)));
  }

  private static RegoValue slice(RegoValue[] args) throws BuiltinException {
    RegoArray array = Args.array(args, 0);
    int from = Args.integer(args, 1);
    int to = Math.max(0, Math.min(Args.integer(args, 2), array.size()));
    return array.slice(Math.max(0, Math.min(from, to)), to);
  }

  private static RegoValue reverse(RegoValue[] args) throws BuiltinException {
    List<RegoValue> elements = new ArrayList<>(Args.array(args, 0).toList());
    Collections.reverse(elements);
    return RegoArray.of(elements);
  }

  private static RegoValue flatten(RegoValue[] args) throws BuiltinException {
    List<RegoValue> flat = new ArrayList<>();
    for (RegoValue element : Args.array(args, 0)) {
      if (element instanceof RegoArray inner) {
        inner.forEach(flat::add);
      } else {
        flat.add(element);
      }
    }
    return RegoArray.of(flat);
  }
}
