package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Orders the expressions of a body so that each finds its variables bound, keeping the order of the
 * text where that is possible, and tells which variables never get a value. This is OPA's notion of
 * safety.
 */
public final class BodyOrder {
  private final ArityLookup arities;
  private final boolean ofChecks;

  /** For evaluation: nothing is called or looked into without a value. */
  public BodyOrder(ArityLookup arities) {
    this(arities, false);
  }

  private BodyOrder(ArityLookup arities, boolean ofChecks) {
    this.arities = arities;
    this.ofChecks = ofChecks;
  }

  /**
   * For checks of the flat form. OPA lets more pass there than has values: an expression with
   * closures over variables of its body needs these alone, and what is looked into by way of an
   * operand, {@code xs[v[i]]}, needs no value.
   */
  static BodyOrder ofChecks(ArityLookup arities) {
    return new BodyOrder(arities, true);
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
   * @param stuck the expressions at the end that cannot be evaluated, with what they lack
   */
  public record Ordered(
      List<Expr> exprs, Map<String, Var> unsafe, Set<String> bound, List<Stuck> stuck) {}

  /** An expression that lacks values of variables. */
  public record Stuck(Expr expr, Map<String, Var> lacks) {}

  /**
   * @param bound the variables that have a value before the body starts
   */
  public Ordered order(Body body, Set<String> bound) {
    return new Run(body.exprs(), bound).ordered();
  }

  /** The variables of an expression: those of its own level, and those of closures. */
  private record Needs(Map<String, Var> outer, Map<String, Var> inner) {
    static Needs of(Expr expr) {
      Map<String, Var> outer = new HashMap<>(Vars.outer(expr));
      for (With w : expr.with()) {
        outer.putAll(Vars.outer(w.value()));
      }
      Map<String, Var> inner = new HashMap<>(Vars.all(expr));
      inner.keySet().removeAll(outer.keySet());
      Terms.visit(
          expr,
          t -> {
            if (t instanceof Comprehension c) {
              inner.putAll(Vars.all(c));
            }
            return !(t instanceof Comprehension);
          });
      return new Needs(outer, inner);
    }
  }

  /** The ordering of one body. Who lacks a variable waits until it is bound. */
  private final class Run {
    private final List<Expr> exprs;
    private final List<Needs> needs = new ArrayList<>();
    private final Set<String> here = new HashSet<>();
    private final Set<String> before;
    private final Set<String> safe;
    private final Map<String, Set<Integer>> waiting = new HashMap<>();
    private final Set<Integer> open = new TreeSet<>();
    private final List<Expr> done = new ArrayList<>();

    Run(List<Expr> exprs, Set<String> bound) {
      this.exprs = exprs;
      this.before = bound;
      this.safe = new LinkedHashSet<>(bound);
      here.addAll(bound);
      for (Expr e : exprs) {
        Needs n = Needs.of(e);
        needs.add(n);
        here.addAll(n.outer().keySet());
      }
    }

    Ordered ordered() {
      TreeSet<Integer> now = new TreeSet<>();
      for (int i = 0; i < exprs.size(); i++) {
        now.add(i);
      }
      open.addAll(now);
      while (!now.isEmpty()) {
        TreeSet<Integer> next = new TreeSet<>();
        while (!now.isEmpty()) {
          int i = now.first();
          now.remove(i);
          if (tried(i, now, next)) {
            open.remove(i);
          }
        }
        now = next;
      }
      List<Stuck> stuck = new ArrayList<>();
      Map<String, Var> unsafe = new HashMap<>();
      for (int i : open) {
        Map<String, Var> lacks = lacks(i, new HashSet<>());
        stuck.add(new Stuck(exprs.get(i), lacks));
        lacks.forEach(unsafe::putIfAbsent);
        done.add(exprs.get(i));
      }
      return new Ordered(done, unsafe, safe, stuck);
    }

    /** Takes an expression if it lacks nothing; those that waited for what it binds come next. */
    private boolean tried(int i, Set<Integer> now, Set<Integer> next) {
      Set<String> binds = new LinkedHashSet<>();
      Map<String, Var> lacks = lacks(i, binds);
      if (!lacks.isEmpty()) {
        lacks.keySet().forEach(v -> waiting.computeIfAbsent(v, k -> new TreeSet<>()).add(i));
        return false;
      }
      done.add(exprs.get(i));
      safe.addAll(binds);
      for (String name : binds) {
        for (int j : waiting.getOrDefault(name, Set.of())) {
          if (open.contains(j)) {
            (j > i ? now : next).add(j);
          }
        }
        waiting.remove(name);
      }
      return true;
    }

    /** The variables that an expression lacks; tells what it binds. */
    private Map<String, Var> lacks(int i, Set<String> binds) {
      Known known = new Known(safe, binds, ofChecks);
      Map<String, Var> out = new LinkedHashMap<>();
      // values of modifiers are known before the expression, so it cannot bind their variables
      for (With w : exprs.get(i).with()) {
        refOutputs(w.value(), known);
      }
      for (With w : exprs.get(i).with()) {
        known.missing(Vars.outer(w.value()), out);
      }
      // what closures share with this level must come from other expressions of this level
      Map<String, Var> closed = new LinkedHashMap<>(needs.get(i).inner());
      closed.keySet().retainAll(here);
      known.missing(closed, out);
      if (exprs.get(i) instanceof Expr.TermExpr e) {
        sides(e.term(), known);
        NestedCalls.of(e.term()).missing(known, out);
        outputs(e.term(), known);
      } else if (exprs.get(i) instanceof Expr.Every e) {
        refOutputs(e.domain(), known);
      }
      Map<String, Var> own = new LinkedHashMap<>(out);
      known.missing(needs.get(i).outer(), own);
      return ofChecks && !before.containsAll(closed.keySet()) ? lacking(closed, binds) : own;
    }

    private Map<String, Var> lacking(Map<String, Var> variables, Set<String> binds) {
      Map<String, Var> out = new LinkedHashMap<>(variables);
      out.keySet().removeAll(safe);
      out.keySet().removeAll(binds);
      return out;
    }
  }

  /**
   * The variables that have a value: those that had one, and those that get one.
   *
   * @param ofChecks whether references among the operands of others are iterated over anyway
   */
  record Known(Set<String> before, Set<String> added, boolean ofChecks) {
    boolean contains(String name) {
      return before.contains(name) || added.contains(name);
    }

    void add(String name) {
      if (!before.contains(name)) {
        added.add(name);
      }
    }

    /** Adds those of some variables that have none. */
    void missing(Map<String, Var> variables, Map<String, Var> out) {
      variables.forEach(
          (name, v) -> {
            if (!contains(name)) {
              out.put(name, v);
            }
          });
    }

    boolean containsAll(Set<String> names) {
      return names.stream().allMatch(this::contains);
    }
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
      boolean inputsSafe =
          c.args().subList(0, arity).stream()
              .allMatch(
                  t -> safe.containsAll(safe.ofChecks() ? inputs(t) : Vars.outer(t).keySet()));
      if (inputsSafe) {
        patternVars(c.args().get(arity), safe);
      }
    }
  }

  /** The variables of an argument that OPA looks at: not those of sets, keys and heads. */
  private static Set<String> inputs(Term argument) {
    Set<String> names = new HashSet<>();
    Terms.visit(
        argument,
        t -> {
          if (t instanceof Ref r) {
            r.path().forEach(step -> names.addAll(inputs(step)));
          } else if (t instanceof ObjectTerm o) {
            o.entries().forEach(e -> names.addAll(inputs(e.value())));
          } else if (t instanceof Var v && !Vars.isGlobal(v.name())) {
            names.add(v.name());
          }
          return t instanceof ArrayTerm || t instanceof TemplateString;
        });
    return names;
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
    if (safe.containsAll(Vars.outer(a).keySet())) {
      patternVars(b, safe);
    } else if (safe.containsAll(Vars.outer(b).keySet())) {
      patternVars(a, safe);
    }
  }

  /** Whether two keys of objects are the same without a look at values. */
  public static boolean isSameKey(Term a, Term b) {
    if (a instanceof Scalar x && b instanceof Scalar y) {
      return x.value().equals(y.value());
    }
    return a instanceof Var v && b instanceof Var w && v.name().equals(w.name());
  }

  private static boolean constant(ObjectTerm o) {
    return o.entries().stream().allMatch(e -> e.key() instanceof Scalar);
  }

  private static Map<RegoValue, Term> fields(ObjectTerm o) {
    Map<RegoValue, Term> out = new LinkedHashMap<>();
    o.entries().forEach(e -> out.put(((Scalar) e.key()).value(), e.value()));
    return out;
  }

  /** Binds the variables of a pattern that meets a known value. */
  private static void patternVars(Term pattern, Known safe) {
    if (pattern instanceof Var v && !Vars.isGlobal(v.name())) {
      safe.add(v.name());
    } else if (pattern instanceof ArrayTerm a) {
      a.elements().forEach(t -> patternVars(t, safe));
    } else if (pattern instanceof ObjectTerm o) {
      o.entries().stream()
          .filter(e -> safe.containsAll(Vars.outer(e.key()).keySet()))
          .forEach(e -> patternVars(e.value(), safe));
    }
  }

  private static void operandVars(Term operand, Known safe) {
    patternVars(operand, safe);
    if (safe.ofChecks()) {
      Terms.visit(
          operand,
          t -> {
            if (t instanceof Ref r) {
              r.path().forEach(step -> operandVars(step, safe));
            }
            return t instanceof ArrayTerm || t instanceof ObjectTerm;
          });
    }
  }

  /** Binds the operands of references whose head is known: those are iterated over. */
  static void refOutputs(Term term, Known safe) {
    if (term instanceof Ref r) {
      refOutputs(r.head(), safe);
      if (safe.containsAll(Vars.outer(r.head()).keySet())) {
        for (Term t : r.path()) {
          refOutputs(t, safe);
          operandVars(t, safe);
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
