package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * The order in which OPA goes through the elements of written sets and the keys of written objects:
 * by sort of term, then by what they consist of. Closures stay in the order of the text.
 */
final class TermOrder implements Comparator<Term> {
  static final TermOrder INSTANCE = new TermOrder();

  private TermOrder() {}

  @Override
  public int compare(Term a, Term b) {
    int bySort = Integer.compare(sort(a), sort(b));
    if (bySort != 0) {
      return bySort;
    } else if (a instanceof Scalar x && b instanceof Scalar y) {
      return x.value().compareTo(y.value());
    } else if (a instanceof Var x && b instanceof Var y) {
      return name(x).compareTo(name(y));
    }
    return compare(parts(a), parts(b));
  }

  private int compare(List<Term> a, List<Term> b) {
    Iterator<Term> other = b.iterator();
    for (Term t : a) {
      int byPart = other.hasNext() ? compare(t, other.next()) : 1;
      if (byPart != 0) {
        return byPart;
      }
    }
    return other.hasNext() ? -1 : 0;
  }

  private static int sort(Term t) {
    if (t instanceof Scalar) {
      return 0;
    } else if (t instanceof Var) {
      return 1;
    } else if (t instanceof Ref) {
      return 2;
    } else if (t instanceof ArrayTerm) {
      return 3;
    } else if (t instanceof ObjectTerm) {
      return 4;
    } else if (t instanceof SetTerm) {
      return 5;
    }
    return t instanceof Comprehension ? 6 : 7;
  }

  /** OPA gives declared variables new names, and what it generates later ones. */
  private static String name(Var v) {
    String name = v.name();
    if (FlatForm.isGenerated(v)) {
      return "__local1%9s".formatted(name.substring(Flattening.GENERATED.length()));
    }
    int number = name.indexOf('#') + 1;
    return number > 0 ? "__local0%9s".formatted(name.substring(number)) : name;
  }

  private List<Term> parts(Term t) {
    List<Term> parts = new ArrayList<>();
    if (t instanceof Ref r) {
      parts.add(r.head());
      parts.addAll(r.path());
    } else if (t instanceof Call c) {
      parts.add(operator(c));
      parts.addAll(c.args());
    } else if (t instanceof ArrayTerm a) {
      parts.addAll(a.elements());
    } else if (t instanceof SetTerm s) {
      parts.addAll(s.elements());
      parts.sort(this);
    } else if (t instanceof ObjectTerm o) {
      o.entries().forEach(e -> parts.add(e.key()));
      parts.sort(this);
    }
    return parts;
  }

  /** The names of a built-in are apart, too: {@code array.concat}. */
  private static Ref operator(Call c) {
    if (c.operator() instanceof Ref function) {
      return function;
    }
    String name = c.operator() instanceof Var v ? v.name() : "";
    String[] names = name.split("\\.", -1);
    List<Term> rest = new ArrayList<>();
    for (String n : List.of(names).subList(1, names.length)) {
      rest.add(new Scalar(c.span(), RegoString.of(n)));
    }
    return new Ref(c.span(), new Var(c.span(), names[0]), rest);
  }
}
