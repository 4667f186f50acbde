package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.value.RegoValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an expression needs and binds so that it can be evaluated: nothing is called or looked into
 * without a value.
 */
final class EvaluatedNeeds implements BodyOrder.Needs {
  private final BodyOrder.ArityLookup arities;
  private final IdentityHashMap<Expr, Variables> variables = new IdentityHashMap<>();
  private final Set<String> here = new HashSet<>();

  EvaluatedNeeds(BodyOrder.ArityLookup arities, List<Expr> body, Set<String> before) {
    this.arities = arities;
    here.addAll(before);
    for (Expr e : body) {
      Variables v = Variables.of(e);
      variables.put(e, v);
      here.addAll(v.outer().keySet());
    }
  }

  /** The variables of an expression: those of its own level, and those of closures. */
  private record Variables(Map<String, Var> outer, Map<String, Var> inner) {
    static Variables of(Expr expr) {
      Vars.Level level = Vars.level(expr);
      Map<String, Var> outer = level.variables();
      if (level.isAll()) {
        return new Variables(outer, Map.of());
      }
      Map<String, Var> inner = new HashMap<>(Vars.all(expr));
      inner.keySet().removeAll(outer.keySet());
      inner.putAll(Vars.ofComprehensions(expr));
      return new Variables(outer, inner);
    }
  }

  @Override
  public Map<String, Var> lacks(Expr expr, Set<String> safe, Set<String> binds) {
    Known known = new Known(safe, binds);
    Variables own = Objects.requireNonNull(variables.get(expr));
    Map<String, Var> out = new LinkedHashMap<>();
    // what closures share with this level must come from other expressions of this level
    Map<String, Var> closed = new LinkedHashMap<>(own.inner());
    closed.keySet().retainAll(here);
    known.missing(closed, out);
    // values of modifiers are known before the expression, so it cannot bind their variables
    for (With w : expr.with()) {
      refOutputs(w.value(), known);
    }
    for (With w : expr.with()) {
      known.missing(Vars.outer(w.value()), out);
    }
    if (expr instanceof Expr.TermExpr e) {
      sides(e.term(), known);
      NestedCalls.of(e.term()).missing(known, out);
      outputs(e.term(), known);
    } else if (expr instanceof Expr.Every e) {
      refOutputs(e.domain(), known);
    }
    known.missing(own.outer(), out);
    return out;
  }

  private void outputs(Term term, Known safe) {
    int before;
    do {
      before = safe.added().size();
      if (term instanceof Call c) {
        callOutputs(c, safe);
      }
      refOutputs(term, safe);
    } while (safe.added().size() != before);
  }

  /** Elements of what is written down inside an equation are found before calls in it. */
  private static void sides(Term term, Known safe) {
    if (term instanceof Call c && c.operator() instanceof Var v && v.name().equals("eq")) {
      for (Term side : c.args()) {
        Terms.visit(
            side,
            t -> {
              if (t instanceof Ref r && !(r.head() instanceof Var)) {
                refOutputs(r, safe);
              }
              return t instanceof ArrayTerm || t instanceof ObjectTerm || t instanceof SetTerm;
            });
      }
    }
  }

  private void callOutputs(Call c, Known safe) {
    if (c.operator() instanceof Var v && v.name().equals("eq") && c.args().size() == 2) {
      unify(c.args().get(0), c.args().get(1), safe);
      return;
    }
    int arity = arities.arity(c.operator());
    if (arity >= 0 && c.args().size() == arity + 1) {
      for (Term input : c.args().subList(0, arity)) {
        if (!safe.containsAll(input)) {
          return;
        }
      }
      patternVars(c.args().get(arity), safe);
    }
  }

  private void unify(Term a, Term b, Known safe) {
    refOutputs(a, safe);
    refOutputs(b, safe);
    if (a instanceof ArrayTerm x && b instanceof ArrayTerm y) {
      for (int i = 0; x.elements().size() == y.elements().size() && i < x.elements().size(); i++) {
        unify(x.elements().get(i), y.elements().get(i), safe);
      }
      return;
    }
    if (a instanceof ObjectTerm x && b instanceof ObjectTerm y && constant(x) && constant(y)) {
      Map<RegoValue, Term> fields = fields(y);
      if (fields.keySet().equals(fields(x).keySet())) {
        fields(x).forEach((k, t) -> unify(t, fields.getOrDefault(k, t), safe));
      }
      return;
    }
    if (safe.containsAll(a)) {
      patternVars(b, safe);
    } else if (safe.containsAll(b)) {
      patternVars(a, safe);
    }
  }

  private static boolean constant(ObjectTerm o) {
    for (ObjectTerm.Entry e : o.entries()) {
      if (!(e.key() instanceof Scalar)) {
        return false;
      }
    }
    return true;
  }

  private static Map<RegoValue, Term> fields(ObjectTerm o) {
    Map<RegoValue, Term> out = new LinkedHashMap<>();
    for (ObjectTerm.Entry e : o.entries()) {
      out.put(((Scalar) e.key()).value(), e.value());
    }
    return out;
  }

  /** Binds the variables of a pattern that meets a known value. */
  private static void patternVars(Term pattern, Known safe) {
    if (pattern instanceof Var v && !Vars.isGlobal(v.name())) {
      safe.add(v.name());
    } else if (pattern instanceof ArrayTerm a) {
      for (Term t : a.elements()) {
        patternVars(t, safe);
      }
    } else if (pattern instanceof ObjectTerm o) {
      for (ObjectTerm.Entry e : o.entries()) {
        if (safe.containsAll(e.key())) {
          patternVars(e.value(), safe);
        }
      }
    }
  }

  private static void refOutputs(List<Term> terms, Known safe) {
    for (Term term : terms) {
      refOutputs(term, safe);
    }
  }

  /** Binds the operands of references whose head is known: those are iterated over. */
  static void refOutputs(Term term, Known safe) {
    if (term instanceof Ref r) {
      refOutputs(r.head(), safe);
      if (safe.containsAll(r.head())) {
        for (Term t : r.path()) {
          refOutputs(t, safe);
          patternVars(t, safe);
        }
      }
    } else if (term instanceof Call c) {
      refOutputs(c.args(), safe);
    } else if (term instanceof ArrayTerm a) {
      refOutputs(a.elements(), safe);
    } else if (term instanceof SetTerm s) {
      refOutputs(s.elements(), safe);
    } else if (term instanceof ObjectTerm o) {
      for (ObjectTerm.Entry e : o.entries()) {
        refOutputs(e.key(), safe);
        refOutputs(e.value(), safe);
      }
    }
  }
}
