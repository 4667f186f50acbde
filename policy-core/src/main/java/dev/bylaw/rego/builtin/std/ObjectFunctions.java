package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoValue;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects by their keys. */
final class ObjectFunctions {
  private ObjectFunctions() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "object.get",
            "(object: object[any: any], key: any, default: any) => (value: any)",
            "Looks up a key or a path of keys, with a default.",
            (c, args) -> get(args)),
        Builtin.of(
            "object.keys",
            "(object: object[any: any]) => (value: set[any])",
            "Gives the keys of an object.",
            (c, args) -> keySet(Args.object(args, 0))),
        Builtin.of(
            "object.remove",
            "(object: object[any: any], keys: any<array[any], object[any: any], set[any]>) => (output: object[any: any])",
            "Gives the entries whose keys are not among some.",
            (c, args) -> select(args, false)),
        Builtin.of(
            "object.filter",
            "(object: object[any: any], keys: any<array[any], object[any: any], set[any]>) => (filtered: object[any: any])",
            "Gives the entries whose keys are among some.",
            (c, args) -> select(args, true)),
        Builtin.of(
            "object.union",
            "(a: object[any: any], b: object[any: any]) => (output: object[any: any])",
            "Merges two objects, inner objects too; otherwise the second one wins.",
            (c, args) -> merge(Args.object(args, 0), Args.object(args, 1))),
        Builtin.of(
            "object.union_n",
            "(objects: array[object[any: any]]) => (output: object[any: any])",
            "Merges many objects, inner objects too; otherwise later ones win.",
            (c, args) -> unionAll(args)),
        Builtin.of(
            "object.subset",
            "(super: any<array[any], object[any: any], set[any]>, sub: any<array[any], object[any: any], set[any]>) => (result: boolean)",
            "Tells whether the first collection contains the second.",
            (c, args) -> RegoBoolean.of(subset(args[0], args[1]))));
  }

  private static RegoValue get(RegoValue[] args) throws BuiltinException {
    RegoObject object = Args.object(args, 0);
    if (!(args[1] instanceof RegoArray path)) {
      RegoValue found = object.get(args[1]);
      return found == null ? args[2] : found;
    }
    RegoValue current = object;
    for (RegoValue key : path) {
      current = child(current, key);
      if (current == null) {
        return args[2];
      }
    }
    return current;
  }

  private static @Nullable RegoValue child(RegoValue parent, RegoValue key) {
    if (parent instanceof RegoObject o) {
      return o.get(key);
    } else if (parent instanceof RegoArray a) {
      return a.find(key);
    } else if (parent instanceof RegoSet s) {
      return s.contains(key) ? key : null;
    }
    return null;
  }

  private static RegoSet keySet(RegoObject object) {
    RegoSet.Builder keys = RegoSet.builder(object.size());
    object.keys().forEach(keys::add);
    return keys.build();
  }

  private static RegoValue select(RegoValue[] args, boolean wanted) throws BuiltinException {
    RegoObject object = Args.object(args, 0);
    RegoSet keys =
        args[1] instanceof RegoObject o
            ? keySet(o)
            : RegoSet.of(Args.elements(args, 1, "one of {object, set, array}"));
    RegoObject.Builder selected = RegoObject.builder(object.size());
    object
        .toMap()
        .forEach(
            (key, value) -> {
              if (keys.contains(key) == wanted) {
                selected.put(key, value);
              }
            });
    return selected.build();
  }

  private static RegoObject merge(RegoObject a, RegoObject b) {
    RegoObject.Builder merged = a.toBuilder();
    b.toMap()
        .forEach(
            (key, value) -> {
              RegoValue old = a.get(key);
              merged.put(
                  key,
                  old instanceof RegoObject x && value instanceof RegoObject y
                      ? merge(x, y)
                      : value);
            });
    return merged.build();
  }

  private static RegoValue unionAll(RegoValue[] args) throws BuiltinException {
    RegoArray objects = Args.array(args, 0);
    RegoObject result = RegoObject.EMPTY;
    for (RegoValue element : objects) {
      if (!(element instanceof RegoObject object)) {
        throw Args.element(0, objects, element, "object");
      }
      result = merge(result, object);
    }
    return result;
  }

  private static boolean subset(RegoValue large, RegoValue small) throws BuiltinException {
    if (large instanceof RegoObject a && small instanceof RegoObject b) {
      return holdsObject(a, b);
    } else if (large instanceof RegoSet a && small instanceof RegoSet b) {
      return b.toList().stream().allMatch(a::contains);
    } else if (large instanceof RegoArray a && small instanceof RegoArray b) {
      return holdsRun(a, b);
    } else if (large instanceof RegoArray a && small instanceof RegoSet b) {
      RegoSet elements = RegoSet.of(a.toList());
      return a.size() > 0 && b.toList().stream().allMatch(elements::contains);
    }
    throw BuiltinException.type(
        "both arguments object.subset must be of the same type or array and set");
  }

  private static boolean holdsObject(RegoObject large, RegoObject small) {
    for (RegoValue key : small.keys()) {
      RegoValue a = large.get(key);
      RegoValue b = small.get(key);
      if (a == null || b == null || !(a.equals(b) || holds(a, b))) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(RegoValue large, RegoValue small) {
    if (large instanceof RegoObject a && small instanceof RegoObject b) {
      return holdsObject(a, b);
    } else if (large instanceof RegoSet a && small instanceof RegoSet b) {
      return b.toList().stream().allMatch(a::contains);
    }
    return large instanceof RegoArray a && small instanceof RegoArray b && holdsRun(a, b);
  }

  /** Whether the elements of one array stand in the other, one after the other. */
  private static boolean holdsRun(RegoArray large, RegoArray small) {
    return Collections.indexOfSubList(large.toList(), small.toList()) >= 0;
  }
}
