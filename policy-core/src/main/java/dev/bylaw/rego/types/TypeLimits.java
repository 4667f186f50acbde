package dev.bylaw.rego.types;

import java.util.Collection;

/**
 * Keeps types small. Rules that hold other rules' documents may have types as deep as the program
 * is long, or exponentially large; nobody would read an error about one. A type beyond the limits
 * is that of anything.
 */
public final class TypeLimits {
  private static final int MAX_DEPTH = 50;
  private static final int MAX_PARTS = 10_000;

  private int left = MAX_PARTS;

  private TypeLimits() {}

  /** The same type, or that of anything. */
  public static Type within(Type type) {
    return new TypeLimits().fits(type, MAX_DEPTH) ? type : Type.ANY;
  }

  private boolean fits(Type type, int depth) {
    left--;
    if (depth <= 0 || left < 0) {
      return false;
    } else if (type instanceof Type.ArrayType a) {
      return fit(a.fixed(), depth) && (a.rest().isEmpty() || fits(a.rest().get(), depth - 1));
    } else if (type instanceof Type.ObjectType o) {
      Type.Rest rest = o.rest().orElse(null);
      return fit(o.fields().values(), depth)
          && (rest == null || (fits(rest.key(), depth - 1) && fits(rest.value(), depth - 1)));
    } else if (type instanceof Type.SetType s) {
      return fits(s.element(), depth - 1);
    } else if (type instanceof Type.UnionType u) {
      return fit(u.members(), depth);
    } else if (type instanceof Type.FunctionType f) {
      for (Type.Parameter parameter : f.parameters()) {
        if (!fits(parameter.type(), depth - 1)) {
          return false;
        }
      }
      return fits(f.result().type(), depth - 1);
    }
    return true;
  }

  private boolean fit(Collection<Type> parts, int depth) {
    for (Type part : parts) {
      if (!fits(part, depth - 1)) {
        return false;
      }
    }
    return true;
  }
}
