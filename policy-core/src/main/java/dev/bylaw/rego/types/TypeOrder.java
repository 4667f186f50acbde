package dev.bylaw.rego.types;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;

/** A total order: by kind, then by parts. Not thread-safe; keeps texts, so not to be kept. */
final class TypeOrder implements Comparator<Type> {
  private final IdentityHashMap<Type, String> texts = new IdentityHashMap<>();

  private static int kind(Type t) {
    if (t instanceof Type.Basic) {
      return 0;
    } else if (t instanceof Type.ArrayType) {
      return 1;
    } else if (t instanceof Type.ObjectType) {
      return 2;
    } else if (t instanceof Type.SetType) {
      return 3;
    }
    return t instanceof Type.UnionType ? 4 : 5;
  }

  @Override
  public int compare(Type a, Type b) {
    if (a == b) {
      return 0;
    }
    int byKind = Integer.compare(kind(a), kind(b));
    if (byKind != 0) {
      return byKind;
    } else if (a instanceof Type.Basic x && b instanceof Type.Basic y) {
      return x.compareTo(y);
    } else if (a instanceof Type.SetType x && b instanceof Type.SetType y) {
      return compare(x.element(), y.element());
    } else if (a instanceof Type.UnionType x && b instanceof Type.UnionType y) {
      return compare(x.members(), y.members());
    } else if (a instanceof Type.ArrayType x && b instanceof Type.ArrayType y) {
      int byFixed = compare(x.fixed(), y.fixed());
      return byFixed != 0
          ? byFixed
          : compare(x.rest().stream().toList(), y.rest().stream().toList());
    }
    // objects and functions: their texts are as good an order as any
    return text(a).compareTo(text(b));
  }

  private String text(Type t) {
    return texts.computeIfAbsent(t, Type::toString);
  }

  private int compare(List<Type> a, List<Type> b) {
    Iterator<Type> other = b.iterator();
    for (Type t : a) {
      int byPart = other.hasNext() ? compare(t, other.next()) : 1;
      if (byPart != 0) {
        return byPart;
      }
    }
    return other.hasNext() ? -1 : 0;
  }
}
