package dev.bylaw.rego.types;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What can be done with types. */
public final class Types {
  private Types() {}

  /** The type of one value. */
  public static Type of(RegoValue value) {
    if (value instanceof RegoNull) {
      return Type.Basic.NULL;
    } else if (value instanceof RegoBoolean) {
      return Type.Basic.BOOLEAN;
    } else if (value instanceof RegoNumber) {
      return Type.Basic.NUMBER;
    } else if (value instanceof RegoString) {
      return Type.Basic.STRING;
    } else if (value instanceof RegoArray a) {
      List<Type> elements = new ArrayList<>();
      a.forEach(e -> elements.add(of(e)));
      return array(elements);
    } else if (value instanceof RegoSet s) {
      List<Type> elements = new ArrayList<>();
      s.forEach(e -> elements.add(of(e)));
      return set(elements);
    }
    Map<RegoValue, Type> fields = new TreeMap<>();
    RegoObject object = (RegoObject) value;
    for (RegoValue key : object.keys()) {
      fields.put(key, of(Objects.requireNonNull(object.get(key))));
    }
    return object(fields);
  }

  /** Arrays of just these elements; of anything if there are none. */
  public static Type array(List<Type> elements) {
    return new Type.ArrayType(
        elements, elements.isEmpty() ? Optional.of(Type.ANY) : Optional.empty());
  }

  /** Sets of elements of these types; of anything if none is known. */
  public static Type set(List<Type> elements) {
    Type known = union(elements);
    return new Type.SetType(known == Type.Basic.UNKNOWN ? Type.ANY : known);
  }

  /** Objects of just these fields; of anything if there are none. */
  public static Type object(Map<RegoValue, Type> fields) {
    return new Type.ObjectType(
        fields,
        fields.isEmpty() ? Optional.of(new Type.Rest(Type.ANY, Type.ANY)) : Optional.empty());
  }

  /** Objects with fields of these types. */
  public static Type objectOf(Type key, Type value) {
    return new Type.ObjectType(Map.of(), Optional.of(new Type.Rest(key, value)));
  }

  public static Type union(Type a, Type b) {
    return union(List.of(a, b));
  }

  /** The values of all of some types; unknown ones add nothing. */
  public static Type union(List<Type> types) {
    TreeSet<Type> members = new TreeSet<>(new TypeOrder());
    for (Type t : types) {
      if (isAny(t)) {
        return Type.ANY;
      } else if (t instanceof Type.UnionType u) {
        members.addAll(u.members());
      } else if (t != Type.Basic.UNKNOWN && t != Type.Basic.NONE) {
        members.add(t);
      }
    }
    return switch (members.size()) {
      case 0 -> Type.Basic.UNKNOWN;
      case 1 -> members.first();
      default -> new Type.UnionType(List.copyOf(members));
    };
  }

  /** Whether a type says nothing. */
  public static boolean isAny(Type t) {
    return t instanceof Type.UnionType u && u.members().isEmpty();
  }

  /** Whether a type, or a part of it, is not known. */
  public static boolean isUnknown(Type t) {
    if (t instanceof Type.ArrayType a) {
      return isUnknown(a.fixed()) || (a.rest().isPresent() && isUnknown(a.rest().get()));
    } else if (t instanceof Type.ObjectType o) {
      Type.Rest rest = o.rest().orElse(null);
      return isUnknown(o.fields().values())
          || (rest != null && (isUnknown(rest.key()) || isUnknown(rest.value())));
    } else if (t instanceof Type.SetType s) {
      return isUnknown(s.element());
    } else if (t instanceof Type.UnionType u) {
      return isUnknown(u.members());
    }
    return t == Type.Basic.UNKNOWN;
  }

  private static boolean isUnknown(Collection<Type> any) {
    for (Type t : any) {
      if (isUnknown(t)) {
        return true;
      }
    }
    return false;
  }

  /** The same with anything in place of what is not known. */
  public static Type known(Type t) {
    if (!isUnknown(t)) {
      return t;
    } else if (t instanceof Type.ArrayType a) {
      return new Type.ArrayType(
          a.fixed().stream().map(Types::known).toList(), a.rest().map(Types::known));
    } else if (t instanceof Type.ObjectType o) {
      Map<RegoValue, Type> fields = new TreeMap<>();
      o.fields().forEach((k, f) -> fields.put(k, known(f)));
      return new Type.ObjectType(
          fields, o.rest().map(r -> new Type.Rest(known(r.key()), known(r.value()))));
    } else if (t instanceof Type.SetType s) {
      return new Type.SetType(known(s.element()));
    }
    return t instanceof Type.UnionType u
        ? union(u.members().stream().map(Types::known).toList())
        : Type.ANY;
  }

  /**
   * The same with nothing in place of what is not known, as OPA has the types of comprehensions;
   * sets that are written down may hold anything.
   */
  public static Type closed(Type t) {
    if (!isUnknown(t)) {
      return t;
    } else if (t instanceof Type.ArrayType a) {
      return new Type.ArrayType(
          a.fixed().stream().map(Types::closed).toList(), a.rest().map(Types::closed));
    } else if (t instanceof Type.ObjectType o) {
      Map<RegoValue, Type> fields = new TreeMap<>();
      o.fields().forEach((k, f) -> fields.put(k, closed(f)));
      return new Type.ObjectType(
          fields, o.rest().map(r -> new Type.Rest(closed(r.key()), closed(r.value()))));
    }
    return t instanceof Type.SetType s ? new Type.SetType(known(s.element())) : Type.Basic.NONE;
  }

  /** The same with anything in place of objects and sets of nothing. */
  public static Type filled(Type t) {
    if (t instanceof Type.ArrayType a) {
      return new Type.ArrayType(
          a.fixed().stream().map(Types::filled).toList(), a.rest().map(Types::filled));
    } else if (t instanceof Type.ObjectType o) {
      if (o.rest().filter(r -> isEmpty(r.key()) || isEmpty(r.value())).isPresent()) {
        return Type.ANY;
      }
      Map<RegoValue, Type> fields = new TreeMap<>();
      o.fields().forEach((k, f) -> fields.put(k, filled(f)));
      return new Type.ObjectType(fields, o.rest());
    }
    return t instanceof Type.SetType s && isEmpty(s.element()) ? Type.ANY : t;
  }

  /** Whether there is nothing to {@linkplain #filled fill}. */
  public static boolean isFilled(Type t) {
    if (t instanceof Type.ArrayType a) {
      return areFilled(a.fixed()) && (a.rest().isEmpty() || isFilled(a.rest().get()));
    } else if (t instanceof Type.ObjectType o) {
      Type.Rest rest = o.rest().orElse(null);
      boolean open = rest == null || !(isEmpty(rest.key()) || isEmpty(rest.value()));
      return open && areFilled(o.fields().values());
    }
    return !(t instanceof Type.SetType s && isEmpty(s.element()));
  }

  private static boolean areFilled(Collection<Type> all) {
    for (Type t : all) {
      if (!isFilled(t)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEmpty(Type t) {
    return t == Type.Basic.NONE || !isFilled(t);
  }

  /** The type at one key; empty if no value of the type has it. */
  public static Optional<Type> select(Type t, RegoValue key) {
    if (t instanceof Type.UnionType u) {
      return each(u, m -> select(m, key));
    } else if (t instanceof Type.ArrayType a) {
      return element(a, key);
    } else if (t instanceof Type.ObjectType o) {
      Optional<Type> field = Optional.ofNullable(o.fields().get(key));
      return field
          .or(() -> o.rest().filter(r -> Overlap.of(r.key(), of(key))).map(Type.Rest::value))
          .filter(f -> f != Type.Basic.NONE);
    } else if (t instanceof Type.SetType s) {
      return Overlap.of(s.element(), of(key)) ? Optional.of(of(key)) : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Type> element(Type.ArrayType a, RegoValue key) {
    if (!(key instanceof RegoNumber n)) {
      return Optional.empty();
    }
    BigDecimal index = n.decimalValue();
    // neither 1.0 nor what needs more than 64 bits is an index
    if (!n.isLong() || !areDigits(n.toString())) {
      return Optional.empty();
    }
    return index.compareTo(BigDecimal.valueOf(a.fixed().size())) < 0
        ? Optional.of(a.fixed().get(index.intValue()))
        : a.rest();
  }

  private static boolean areDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether some values of the type have parts: whether there is a type of {@link #keys}. */
  public static boolean hasParts(Type t) {
    if (t instanceof Type.UnionType u) {
      for (Type member : u.members()) {
        if (hasParts(member)) {
          return true;
        }
      }
      return false;
    } else if (t instanceof Type.ObjectType o && !o.fields().isEmpty()) {
      return true; // most are, and have many
    }
    return keys(t).isPresent();
  }

  /** The type of keys; empty for values without parts. */
  public static Optional<Type> keys(Type t) {
    if (t instanceof Type.UnionType u) {
      return each(u, Types::keys);
    } else if (t instanceof Type.ArrayType) {
      return Optional.of(Type.Basic.NUMBER);
    } else if (t instanceof Type.SetType s) {
      return Optional.of(s.element()).filter(e -> e != Type.Basic.NONE);
    } else if (t instanceof Type.ObjectType o) {
      List<Type> keys = new ArrayList<>();
      for (RegoValue key : o.fields().keySet()) {
        keys.add(of(key));
      }
      o.rest().ifPresent(r -> keys.add(r.key()));
      return Optional.of(union(keys)).filter(k -> k != Type.Basic.UNKNOWN);
    }
    return Optional.empty();
  }

  /** The type of what stands behind any key; empty for values without parts. */
  public static Optional<Type> values(Type t) {
    if (t instanceof Type.UnionType u) {
      return each(u, Types::values);
    } else if (t instanceof Type.ArrayType a) {
      List<Type> elements = new ArrayList<>(a.fixed());
      a.rest().ifPresent(elements::add);
      return Optional.of(union(elements));
    } else if (t instanceof Type.SetType s) {
      return Optional.of(s.element());
    } else if (t instanceof Type.ObjectType o) {
      List<Type> values = new ArrayList<>(o.fields().values());
      o.rest().ifPresent(r -> values.add(r.value()));
      return Optional.of(mixed(values));
    }
    return Optional.empty();
  }

  /** A union, from which to OPA a function and something else beside it vanish together. */
  private static Type mixed(List<Type> types) {
    Type all = Type.Basic.UNKNOWN;
    for (Type t : types) {
      boolean function = t instanceof Type.FunctionType;
      if (all == Type.Basic.UNKNOWN || (function && all instanceof Type.FunctionType)) {
        all = t;
      } else {
        all = function || all instanceof Type.FunctionType ? Type.Basic.UNKNOWN : union(all, t);
      }
    }
    return all == Type.Basic.NONE ? Type.Basic.UNKNOWN : all;
  }

  /** What one of the members of a union gives. */
  private static Optional<Type> each(Type.UnionType u, Function<Type, Optional<Type>> part) {
    if (u.members().isEmpty()) {
      return Optional.of(Type.ANY);
    }
    List<Type> found = u.members().stream().map(part).flatMap(Optional::stream).toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(union(found));
  }
}
