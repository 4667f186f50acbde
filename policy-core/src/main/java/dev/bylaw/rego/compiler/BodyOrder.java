package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders the expressions of a body so that each finds its variables bound, keeping the order of the
 * text where that is possible, and tells which variables never get a value. This is OPA's notion of
 * safety.
 */
public final class BodyOrder {
  private final ArityLookup arities;

  public BodyOrder(ArityLookup arities) {
    this.arities = arities;
  }

  /** How many arguments a function or built-in takes; -1 for one that is unknown. */
  public interface ArityLookup {
    int arity(Term operator);
  }

  /** The arity of a built-in by its signature, read from the registry. */
  public static int arity(BuiltinRegistry registry, String name) {
    return registry.find(name).map(b -> Arity.of(b.signature())).orElse(-1);
  }

  /**
   * A body in the order in which it can be evaluated.
   *
   * @param unsafe variables without a value, by name
   * @param bound all variables that have one behind the body
   */
  public record Ordered(List<Expr> exprs, Map<String, Var> unsafe, Set<String> bound) {}

  /**
   * @param bound the variables that have a value before the body starts
   */
  public Ordered order(Body body, Set<String> bound) {
    Set<String> safe = new LinkedHashSet<>(bound);
    Set<String> here = new HashSet<>(bound);
    body.exprs().forEach(e -> here.addAll(Vars.outer(e).keySet()));
    List<Expr> rest = new ArrayList<>(body.exprs());
    List<Expr> done = new ArrayList<>();
    boolean progress = true;
    while (progress && !rest.isEmpty()) {
      progress = false;
      for (int i = 0; i < rest.size(); i++) {
        Set<String> after = new HashSet<>(safe);
        if (missing(rest.get(i), after, here).isEmpty()) {
          safe.addAll(after);
          done.add(rest.remove(i--));
          progress = true;
        }
      }
    }
    Map<String, Var> unsafe = new HashMap<>();
    for (Expr e : rest) {
      unsafe.putAll(missing(e, new HashSet<>(safe), here));
    }
    done.addAll(rest);
    return new Ordered(done, unsafe, safe);
  }

  /** The variables an expression lacks; adds to {@code safe} what it binds. */
  private Map<String, Var> missing(Expr expr, Set<String> safe, Set<String> here) {
    Map<String, Var> outer = new HashMap<>(Vars.outer(expr));
    Map<String, Var> needed = new HashMap<>();
    for (With w : expr.with()) {
      needed.putAll(Vars.outer(w.value()));
    }
    if (expr instanceof Expr.TermExpr e) {
      outputs(e.term(), safe);
    }
    // what closures share with this level must come from this level first
    for (Map.Entry<String, Var> v : Vars.all(expr).entrySet()) {
      if (!outer.containsKey(v.getKey()) && here.contains(v.getKey())) {
        needed.put(v.getKey(), v.getValue());
      }
    }
    needed.putAll(outer);
    needed.keySet().removeAll(safe);
    return needed;
  }

  private void outputs(Term term, Set<String> safe) {
    int before;
    do {
      before = safe.size();
      if (term instanceof Call c) {
        callOutputs(c, safe);
      }
      refOutputs(term, safe);
    } while (safe.size() != before);
  }

  private void callOutputs(Call c, Set<String> safe) {
    if (c.operator() instanceof Var v && v.name().equals("eq") && c.args().size() == 2) {
      unify(c.args().get(0), c.args().get(1), safe);
      return;
    }
    int arity = arities.arity(c.operator());
    if (arity >= 0 && c.args().size() == arity + 1) {
      boolean inputsSafe =
          c.args().subList(0, arity).stream()
              .allMatch(t -> safe.containsAll(Vars.outer(t).keySet()));
      if (inputsSafe) {
        patternVars(c.args().get(arity), safe);
      }
    }
  }

  private void unify(Term a, Term b, Set<String> safe) {
    refOutputs(a, safe);
    refOutputs(b, safe);
    if (a instanceof ArrayTerm x && b instanceof ArrayTerm y) {
      for (int i = 0; i < Math.min(x.elements().size(), y.elements().size()); i++) {
        unify(x.elements().get(i), y.elements().get(i), safe);
      }
      return;
    }
    if (a instanceof ObjectTerm x && b instanceof ObjectTerm y) {
      for (ObjectTerm.Entry e : x.entries()) {
        for (ObjectTerm.Entry f : y.entries()) {
          if (e.key() instanceof Scalar k
              && f.key() instanceof Scalar l
              && k.value().equals(l.value())) {
            unify(e.value(), f.value(), safe);
          }
        }
      }
    }
    if (safe.containsAll(Vars.outer(a).keySet())) {
      patternVars(b, safe);
    } else if (safe.containsAll(Vars.outer(b).keySet())) {
      patternVars(a, safe);
    }
  }

  /** Binds the variables of a pattern that meets a known value. */
  private static void patternVars(Term pattern, Set<String> safe) {
    if (pattern instanceof Var v && !Vars.isGlobal(v.name())) {
      safe.add(v.name());
    } else if (pattern instanceof ArrayTerm a) {
      a.elements().forEach(t -> patternVars(t, safe));
    } else if (pattern instanceof ObjectTerm o) {
      o.entries().forEach(e -> patternVars(e.value(), safe));
    }
  }

  /** Binds the operands of references whose head is known: those are iterated over. */
  static void refOutputs(Term term, Set<String> safe) {
    if (term instanceof Ref r) {
      refOutputs(r.head(), safe);
      if (safe.containsAll(Vars.outer(r.head()).keySet())) {
        for (Term t : r.path()) {
          refOutputs(t, safe);
          patternVars(t, safe);
        }
      }
    } else if (term instanceof Call c) {
      c.args().forEach(t -> refOutputs(t, safe));
    } else if (term instanceof ArrayTerm a) {
      a.elements().forEach(t -> refOutputs(t, safe));
    } else if (term instanceof SetTerm s) {
      s.elements().forEach(t -> refOutputs(t, safe));
    } else if (term instanceof ObjectTerm o) {
      for (ObjectTerm.Entry e : o.entries()) {
        refOutputs(e.key(), safe);
        refOutputs(e.value(), safe);
      }
    }
  }
}
