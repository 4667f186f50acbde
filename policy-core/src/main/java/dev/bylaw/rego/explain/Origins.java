package dev.bylaw.rego.explain;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the variables of one body were, and which documents they came from. */
final class Origins {
  static final RegoString INPUT = RegoString.of("input");
  private static final RegoString DATA = RegoString.of("data");

  private final Map<String, RegoValue> values;
  private final Map<String, List<RegoValue>> paths;
  private final Set<String> given;

  /**
   * @param given where the arguments of a function came from
   */
  Origins(Map<String, RegoValue> values, Map<String, List<RegoValue>> given) {
    this.values = values;
    this.paths = new HashMap<>(given);
    this.given = Set.copyOf(given.keySet());
  }

  /** Learns from an expression that was evaluated where a variable comes from. */
  void learn(Expr expr) {
    if (expr instanceof Expr.TermExpr e && equality(e.term()).isPresent()) {
      Call c = equality(e.term()).get();
      learn(c.args().get(0), c.args().get(1));
      learn(c.args().get(1), c.args().get(0));
    } else if (expr instanceof Expr.TermExpr e && call(e.term(), "walk", 2).isPresent()) {
      walked(call(e.term(), "walk", 2).get());
    } else if (expr instanceof Expr.TermExpr e && call(e.term(), "object.get", 4).isPresent()) {
      Call c = call(e.term(), "object.get", 4).get();
      learn(c.args().get(3), c);
    }
  }

  /** The value of a pair stands where its path leads. */
  private void walked(Call walk) {
    if (walk.args().get(1) instanceof ArrayTerm pair
        && pair.elements().size() == 2
        && pair.elements().get(1) instanceof Var value) {
      path(walk.args().get(0))
          .flatMap(document -> below(document, List.of(pair.elements().get(0))))
          .ifPresent(p -> paths.putIfAbsent(value.name(), p));
    }
  }

  private void learn(Term variable, Term document) {
    if (variable instanceof Var v && !isRoot(v) && !(document instanceof Scalar)) {
      path(document).ifPresent(p -> paths.putIfAbsent(v.name(), p));
    }
  }

  static Optional<Call> equality(Term term) {
    return call(term, "eq", 2);
  }

  private static Optional<Call> call(Term term, String operator, int args) {
    return term instanceof Call c
            && c.args().size() == args
            && c.operator() instanceof Var v
            && v.name().equals(operator)
        ? Optional.of(c)
        : Optional.empty();
  }

  private static boolean isRoot(Var v) {
    return v.name().equals("input") || v.name().equals("data");
  }

  /** Variables that had a value before. */
  Set<String> given() {
    return given;
  }

  Map<String, List<RegoValue>> paths() {
    return paths;
  }

  /** The document that a term is, where all of its keys are known. */
  Optional<List<RegoValue>> path(Term term) {
    if (term instanceof Var v) {
      return isRoot(v)
          ? Optional.of(List.of(v.name().equals("input") ? INPUT : DATA))
          : Optional.ofNullable(paths.get(v.name()));
    } else if (term instanceof Ref r) {
      return path(r.head()).flatMap(head -> below(head, r.path()));
    } else if (term instanceof Call c && call(c, "object.get", c.args().size()).isPresent()) {
      return path(c.args().get(0)).flatMap(head -> below(head, List.of(c.args().get(1))));
    }
    return Optional.empty();
  }

  private Optional<List<RegoValue>> below(List<RegoValue> head, List<Term> keys) {
    List<RegoValue> path = new ArrayList<>(head);
    for (Term key : keys) {
      Optional<RegoValue> value = value(key);
      if (value.isEmpty()) {
        // what no key is known for is not read further than this
        return path.get(0).equals(INPUT) ? Optional.of(path) : Optional.empty();
      }
      if (value.get() instanceof RegoArray several) {
        path.addAll(several.toList());
      } else {
        path.add(value.get());
      }
    }
    return Optional.of(path);
  }

  /** The value of a term of the flat form, where it can be told from the variables. */
  Optional<RegoValue> value(Term term) {
    if (term instanceof Scalar s) {
      return Optional.of(s.value());
    } else if (term instanceof Var v) {
      return Optional.ofNullable(values.get(v.name()));
    } else if (term instanceof Ref r) {
      return value(r.head()).flatMap(head -> follow(head, r.path()));
    } else if (term instanceof ArrayTerm a) {
      return all(a.elements()).map(RegoArray::of);
    } else if (term instanceof SetTerm s) {
      return all(s.elements()).map(RegoSet::of);
    } else if (term instanceof ObjectTerm o) {
      return object(o);
    }
    return Optional.empty();
  }

  private Optional<RegoValue> follow(RegoValue head, List<Term> keys) {
    RegoValue at = head;
    for (Term key : keys) {
      RegoValue in = at;
      Optional<RegoValue> next = value(key).flatMap(k -> child(in, k));
      if (next.isEmpty()) {
        return next;
      }
      at = next.get();
    }
    return Optional.of(at);
  }

  private static Optional<RegoValue> child(RegoValue in, RegoValue key) {
    if (in instanceof RegoObject o) {
      return Optional.ofNullable(o.get(key));
    } else if (in instanceof RegoArray a) {
      return Optional.ofNullable(a.find(key));
    }
    return in instanceof RegoSet s && s.contains(key) ? Optional.of(key) : Optional.empty();
  }

  /** The first key of a collection at which an element is. */
  static Optional<RegoValue> key(RegoValue collection, RegoValue element) {
    if (collection instanceof RegoArray a) {
      int index = a.toList().indexOf(element);
      return index < 0 ? Optional.empty() : Optional.of(RegoNumber.of(index));
    } else if (collection instanceof RegoObject o) {
      for (RegoValue key : o.keys()) {
        if (element.equals(o.get(key))) {
          return Optional.of(key);
        }
      }
      return Optional.empty();
    }
    return child(collection, element);
  }

  private Optional<List<RegoValue>> all(List<Term> terms) {
    List<RegoValue> found = terms.stream().flatMap(t -> value(t).stream()).toList();
    return found.size() == terms.size() ? Optional.of(found) : Optional.empty();
  }

  private Optional<RegoValue> object(ObjectTerm o) {
    Map<RegoValue, RegoValue> entries = new HashMap<>();
    for (ObjectTerm.Entry e : o.entries()) {
      Optional<RegoValue> key = value(e.key());
      Optional<RegoValue> value = value(e.value());
      if (key.isEmpty() || value.isEmpty()) {
        return Optional.empty();
      }
      entries.put(key.get(), value.get());
    }
    return Optional.of(RegoObject.of(entries));
  }
}
