package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.types.Overlap;
import dev.bylaw.rego.types.Type;
import dev.bylaw.rego.types.Types;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Lets terms take on types: variables that have none get one, all others must fit. */
final class Unifier {
  private final TypeEnv env;

  Unifier(TypeEnv env) {
    this.env = env;
  }

  /** Whether two terms can be equal. */
  boolean equal(Term a, Type ofA, Term b, Type ofB) {
    boolean known = !Types.isUnknown(ofA) && !Types.isUnknown(ofB);
    if (known && a instanceof Var && b instanceof Var) {
      return Overlap.of(ofA, ofB);
    }
    boolean openA = isOpen(a, ofA);
    boolean openB = isOpen(b, ofB);
    if (openA && openB) {
      return parts(a, ofA, b, ofB);
    }
    return openA ? fits(a, ofA, ofB) : openB ? fits(b, ofB, ofA) : Overlap.of(ofA, ofB);
  }

  /**
   * Whether a side has parts without a type; to OPA, also those that a closure left without one.
   */
  private static boolean isOpen(Term term, Type type) {
    if (term instanceof Var || term instanceof ArrayTerm || term instanceof ObjectTerm) {
      return Types.isUnknown(type) || !Types.isFilled(type);
    }
    boolean nothing = type instanceof Type.ObjectType && !Types.isFilled(type);
    return nothing
        || (term instanceof SetTerm ? Types.isUnknown(type) : type == Type.Basic.UNKNOWN);
  }

  /** Two patterns that both have variables without a type. */
  private boolean parts(Term a, Type ofA, Term b, Type ofB) {
    if (a instanceof ArrayTerm x && b instanceof ArrayTerm y) {
      boolean fit = x.elements().size() == y.elements().size();
      for (int i = 0; fit && i < x.elements().size(); i++) {
        Term left = x.elements().get(i);
        Term right = y.elements().get(i);
        fit = equal(left, now(left, at(ofA, i)), right, now(right, at(ofB, i)));
      }
      return fit;
    } else if (a instanceof ObjectTerm x && b instanceof ObjectTerm y) {
      Map<RegoValue, Term> values = fields(y);
      boolean fit = x.entries().size() == y.entries().size();
      for (Map.Entry<RegoValue, Term> e : fields(x).entrySet()) {
        Term other = values.get(e.getKey());
        fit &=
            other != null
                && equal(e.getValue(), field(ofA, e.getKey()), other, field(ofB, e.getKey()));
      }
      return fit;
    } else if (b instanceof Var y && ofA != Type.Basic.UNKNOWN && !isOpenPattern(a, ofA)) {
      return fits(y, ofB, Types.known(ofA));
    } else if (a instanceof Var x && ofB != Type.Basic.UNKNOWN && !isPattern(b)) {
      return fits(x, ofA, Types.known(ofB));
    } else if (b instanceof Var y && isPattern(a)) {
      return fits(a, ofA, Type.ANY) && fits(y, ofB, Types.known(Types.filled(now(a, ofA))));
    } else if (a instanceof Var x && isPattern(b)) {
      return fits(b, ofB, Type.ANY) && fits(x, ofA, Types.known(Types.filled(now(b, ofB))));
    }
    return a instanceof SetTerm && b instanceof SetTerm;
  }

  /** The type of a pattern whose variables have got wider. */
  private Type now(Term pattern, Type before) {
    if (pattern instanceof Var v && !Vars.isGlobal(v.name())) {
      return env.get(v.name());
    } else if (pattern instanceof ArrayTerm a) {
      List<Type> elements = new ArrayList<>();
      for (int i = 0; i < a.elements().size(); i++) {
        elements.add(now(a.elements().get(i), at(before, i)));
      }
      return Types.array(elements);
    } else if (pattern instanceof SetTerm s) {
      Type element = before instanceof Type.SetType t ? t.element() : Type.Basic.UNKNOWN;
      return Types.set(s.elements().stream().map(e -> now(e, element)).toList());
    } else if (pattern instanceof Scalar s) {
      return Types.of(s.value());
    } else if (pattern instanceof ObjectTerm p && before instanceof Type.ObjectType o) {
      Map<RegoValue, Type> fields = new TreeMap<>(o.fields());
      Optional<Type.Rest> rest = o.rest();
      for (ObjectTerm.Entry e : p.entries()) {
        if (e.key() instanceof Scalar s) {
          fields.put(s.value(), now(e.value(), field(before, s.value())));
        } else if (rest.isPresent()) {
          rest = rest.map(r -> new Type.Rest(now(e.key(), r.key()), now(e.value(), r.value())));
        }
      }
      return new Type.ObjectType(fields, rest);
    }
    return before;
  }

  /** A variable with a type is none, whatever that leaves open: the right side takes it over. */
  private static boolean isOpenPattern(Term t, Type type) {
    return isPattern(t) && !(t instanceof Var && type != Type.Basic.UNKNOWN);
  }

  private static boolean isPattern(Term t) {
    return t instanceof Var || t instanceof ArrayTerm || t instanceof ObjectTerm;
  }

  private static Type at(Type array, int index) {
    return Types.select(array, RegoNumber.of(index)).orElse(Type.Basic.UNKNOWN);
  }

  private static Type field(Type object, RegoValue key) {
    return Types.select(object, key).orElse(Type.Basic.UNKNOWN);
  }

  private static Map<RegoValue, Term> fields(ObjectTerm o) {
    Map<RegoValue, Term> out = new TreeMap<>();
    for (ObjectTerm.Entry e : o.entries()) {
      if (e.key() instanceof Scalar s) {
        out.put(s.value(), e.value());
      }
    }
    return out;
  }

  /**
   * Whether a term can have a type.
   *
   * @param own what is known of the term so far
   */
  boolean fits(Term term, Type own, Type type) {
    return (Types.isUnknown(own) || Overlap.of(own, type)) && fits(term, own, type, false);
  }

  /** The same of what is looked up: where keys are of several sorts, variables may get wider. */
  boolean fitsOperand(Term operand, Type own, Type keys) {
    boolean parts =
        operand instanceof ArrayTerm || operand instanceof ObjectTerm || operand instanceof SetTerm;
    boolean wider = parts && keys instanceof Type.UnionType && !Vars.outer(operand).isEmpty();
    return wider ? fits(operand, own, keys, false) : fits(operand, own, keys);
  }

  /**
   * The same.
   *
   * @param wider whether variables may have other types besides those that they have: to OPA, they
   *     may inside of what meets a type of several sorts
   */
  private boolean fits(Term term, Type own, Type type, boolean wider) {
    boolean wide = wider || type instanceof Type.UnionType || Types.isAny(type);
    if (term instanceof Var v) {
      return variable(v, own, type, wider);
    } else if (isPattern(term) && type instanceof Type.UnionType u && !Types.isAny(type)) {
      return member(term, own, u);
    } else if (term instanceof ArrayTerm a) {
      return array(a, own, type, wide);
    } else if (term instanceof ObjectTerm o) {
      return object(o, own, type, wide);
    } else if (term instanceof SetTerm s) {
      Optional<Type> elements = set(type);
      return elements.isPresent()
          && s.elements().stream().allMatch(e -> fits(e, known(e, own), elements.get(), wide));
    }
    if (term instanceof Scalar s) {
      return Overlap.of(Types.of(s.value()), type);
    }
    return Overlap.of(own, type);
  }

  /** A pattern must fit one of several types as a whole; its variables get something from each. */
  private boolean member(Term pattern, Type own, Type.UnionType type) {
    boolean fits = false;
    for (Type member : type.members()) {
      fits |= fits(pattern, own, member, true);
    }
    return fits;
  }

  private boolean variable(Var v, Type before, Type type, boolean wider) {
    Type own = before == Type.Basic.UNKNOWN ? env.get(v.name()) : before;
    if (own == Type.Basic.UNKNOWN) {
      env.put(v.name(), type);
    } else if (before == Type.Basic.UNKNOWN && v.isWildcard()) {
      return true;
    } else if (wider) {
      env.put(v.name(), Types.union(List.of(env.get(v.name()), own, type)));
    } else {
      return Overlap.of(own, type);
    }
    return true;
  }

  private Type known(Term element, Type set) {
    Type elements = set instanceof Type.SetType s ? s.element() : Type.Basic.UNKNOWN;
    return element instanceof Var v ? env.get(v.name()) : elements;
  }

  private static List<Type> members(Type type) {
    return type instanceof Type.UnionType u ? u.members() : List.of(type);
  }

  private static Optional<Type> set(Type type) {
    if (Types.isAny(type)) {
      return Optional.of(Type.ANY);
    }
    List<Type> elements = new ArrayList<>();
    for (Type member : members(type)) {
      if (member instanceof Type.SetType s) {
        elements.add(s.element());
      }
    }
    return elements.isEmpty() ? Optional.empty() : Optional.of(Types.union(elements));
  }

  private boolean array(ArrayTerm a, Type own, Type type, boolean wide) {
    int size = a.elements().size();
    if (!Types.isAny(type) && !(type instanceof Type.ArrayType t && hasRoom(t, size))) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      Optional<Type> element = Types.select(type, RegoNumber.of(i));
      if (element.isEmpty() || !fits(a.elements().get(i), at(own, i), element.get(), wide)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasRoom(Type.ArrayType t, int size) {
    return t.fixed().size() == size || (t.fixed().size() < size && t.rest().isPresent());
  }

  /** Whether an object may have the fields of a type; one key that is computed may be any. */
  private static boolean hasAll(Type.ObjectType t, Set<RegoValue> keys, ObjectTerm o) {
    boolean computed = o.entries().stream().anyMatch(e -> !(e.key() instanceof Scalar));
    return t.rest().isPresent()
        || (computed ? t.fields().size() == o.entries().size() : keys.equals(t.fields().keySet()));
  }

  private boolean object(ObjectTerm o, Type own, Type type, boolean wide) {
    Map<RegoValue, Term> fields = fields(o);
    boolean object = type instanceof Type.ObjectType t && hasAll(t, fields.keySet(), o);
    if (!object && !Types.isAny(type)) {
      return false;
    }
    if (Types.isAny(type)) {
      for (ObjectTerm.Entry e : o.entries()) {
        fits(e.key(), Type.Basic.UNKNOWN, Type.ANY, true);
        if (!(e.key() instanceof Scalar)) {
          fits(e.value(), now(e.value(), Type.Basic.UNKNOWN), Type.ANY, true);
        }
      }
    } else {
      Type values = Types.values(type).orElse(Type.ANY);
      for (ObjectTerm.Entry e : o.entries()) {
        Type value = now(e.value(), Type.Basic.UNKNOWN);
        boolean known = !Types.isUnknown(value) && Types.isFilled(value);
        if (!(e.key() instanceof Scalar) && (known || Types.isAny(values))) {
          fits(e.value(), value, values, wide);
        }
      }
    }
    for (Map.Entry<RegoValue, Term> e : fields.entrySet()) {
      Optional<Type> value = Types.select(type, e.getKey());
      if (value.isEmpty() || !fits(e.getValue(), field(own, e.getKey()), value.get(), wide)) {
        return false;
      }
    }
    return true;
  }
}
