package dev.bylaw.rego.types;

import dev.bylaw.rego.value.RegoValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells whether two types have values in common, as far as types can tell. */
public final class Overlap {
  private Overlap() {}

  public static boolean of(Type a, Type b) {
    if (isNothing(a) || isNothing(b)) {
      return false;
    } else if (a instanceof Type.UnionType u) {
      return u.members().isEmpty() || u.members().stream().anyMatch(m -> of(m, b));
    } else if (b instanceof Type.UnionType) {
      return of(b, a);
    } else if (a instanceof Type.ArrayType x && b instanceof Type.ArrayType y) {
      return arrays(x, y);
    } else if (a instanceof Type.ObjectType x && b instanceof Type.ObjectType y) {
      return objects(x, y) && objects(y, x);
    } else if (a instanceof Type.SetType x && b instanceof Type.SetType y) {
      return of(x.element(), y.element());
    }
    return a.equals(b) && a instanceof Type.Basic;
  }

  private static boolean isNothing(Type t) {
    return t == Type.Basic.UNKNOWN || t == Type.Basic.NONE;
  }

  private static boolean arrays(Type.ArrayType a, Type.ArrayType b) {
    int longest = Math.max(a.fixed().size(), b.fixed().size());
    for (int i = 0; i < longest; i++) {
      Optional<Type> left = at(a.fixed(), a.rest(), i);
      Optional<Type> right = at(b.fixed(), b.rest(), i);
      if (left.isEmpty() || right.isEmpty() || !of(left.get(), right.get())) {
        return false;
      }
    }
    return a.rest().isEmpty() || b.rest().isEmpty() || of(a.rest().get(), b.rest().get());
  }

  private static Optional<Type> at(List<Type> fixed, Optional<Type> rest, int index) {
    return index < fixed.size() ? Optional.of(fixed.get(index)) : rest;
  }

  /** Whether the fields of one have a place in the other, or cannot be among its fields. */
  private static boolean objects(Type.ObjectType a, Type.ObjectType b) {
    for (Map.Entry<RegoValue, Type> field : a.fields().entrySet()) {
      Type other = b.fields().get(field.getKey());
      boolean fits =
          other != null
              ? of(field.getValue(), other)
              : b.rest()
                  .map(
                      r ->
                          !of(r.key(), Types.of(field.getKey())) || of(field.getValue(), r.value()))
                  .orElse(a.rest().isPresent()); // with other fields none needs to be there
      if (!fits) {
        return false;
      }
    }
    return a.rest().isEmpty() || b.rest().isEmpty() || rests(a.rest().get(), b.rest().get());
  }

  private static boolean rests(Type.Rest a, Type.Rest b) {
    return a.value() == Type.Basic.NONE
        || b.value() == Type.Basic.NONE
        || !of(a.key(), b.key())
        || of(a.value(), b.value());
  }
}
