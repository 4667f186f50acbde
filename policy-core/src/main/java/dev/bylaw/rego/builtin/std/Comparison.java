package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;
import java.util.function.IntPredicate;

/** Operators that compare, and membership. */
final class Comparison {
  private Comparison() {}

  static List<Builtin> all() {
    return List.of(
        equality("eq", "Unifies two values; called as a function, compares them.", true),
        equality("equal", "Tells whether two values are equal.", true),
        equality("neq", "Tells whether two values differ.", false),
        order("lt", "Tells whether the first value is below the second.", c -> c < 0),
        order("lte", "Tells whether the first value is at most the second.", c -> c <= 0),
        order("gt", "Tells whether the first value is above the second.", c -> c > 0),
        order("gte", "Tells whether the first value is at least the second.", c -> c >= 0),
        Builtin.of(
            "internal.member_2",
            "(x: any, y: any) => (result: boolean)",
            "Tells whether a collection holds a value.",
            (c, args) -> RegoBoolean.of(member(args[0], args[1]))),
        Builtin.of(
            "internal.member_3",
            "(x: any, y: any, z: any) => (result: boolean)",
            "Tells whether a collection holds a value at a key.",
            (c, args) -> RegoBoolean.of(member(args[0], args[1], args[2]))));
  }

  private static Builtin equality(String name, String documentation, boolean wanted) {
    return Builtin.of(
        name,
        "(x: any, y: any) => (result: boolean)",
        documentation,
        (c, args) -> RegoBoolean.of(args[0].equals(args[1]) == wanted));
  }

  private static Builtin order(String name, String documentation, IntPredicate wanted) {
    return Builtin.of(
        name,
        "(x: any, y: any) => (result: boolean)",
        documentation,
        (c, args) -> RegoBoolean.of(wanted.test(args[0].compareTo(args[1]))));
  }

  private static boolean member(RegoValue value, RegoValue collection) {
    if (collection instanceof RegoSet set) {
      return set.contains(value);
    } else if (collection instanceof RegoArray array) {
      for (RegoValue element : array) {
        if (element.equals(value)) {
          return true;
        }
      }
    } else if (collection instanceof RegoObject object) {
      return object.toMap().containsValue(value);
    }
    return false;
  }

  private static boolean member(RegoValue key, RegoValue value, RegoValue collection) {
    if (collection instanceof RegoSet set) {
      return key.equals(value) && set.contains(key);
    } else if (collection instanceof RegoArray array) {
      return value.equals(array.find(key));
    } else if (collection instanceof RegoObject object) {
      return value.equals(object.get(key));
    }
    return false;
  }
}
