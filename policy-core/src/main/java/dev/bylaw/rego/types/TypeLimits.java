package dev.bylaw.rego.types;

import java.util.stream.Stream;

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
    return depth > 0 && left >= 0 && parts(type).allMatch(t -> fits(t, depth - 1));
  }

  private static Stream<Type> parts(Type type) {
    if (type instanceof Type.ArrayType a) {
      return Stream.concat(a.fixed().stream(), a.rest().stream());
    } else if (type instanceof Type.ObjectType o) {
      Stream<Type> rest = o.rest().stream().flatMap(r -> Stream.of(r.key(), r.value()));
      return Stream.concat(o.fields().values().stream(), rest);
    } else if (type instanceof Type.SetType s) {
      return Stream.of(s.element());
    } else if (type instanceof Type.UnionType u) {
      return u.members().stream();
    } else if (type instanceof Type.FunctionType f) {
      return Stream.concat(f.parameters().stream(), Stream.of(f.result()))
          .map(Type.Parameter::type);
    }
    return Stream.empty();
  }
}
