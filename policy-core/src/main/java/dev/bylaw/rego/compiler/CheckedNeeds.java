package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an expression of the flat form needs and binds to OPA's check of safety, which lets more
 * pass than gets values:
 *
 * <ul>
 *   <li>References are looked at once, from left to right. One whose head is known binds all
 *       variables of its operands, also those of sets, keys and closures.
 *   <li>A side of an equation is known if the variables are that {@link CheckedVars#parts} tells;
 *       what is looked up in it and what computes something does not count.
 *   <li>An assignment gives values to its left side alone, from what is not named there.
 *   <li>An expression with closures over variables of its body needs these and no others. If it
 *       binds just these by itself, {@code input.x[v] != [1 | v]}, it is unsafe even where they
 *       have values; an equation waits for them.
 *   <li>An expression binds nothing before all is known that its modifiers put; with closures over
 *       variables of its body it does not wait for that.
 *   <li>What {@code and}, {@code or} and {@code not} as keywords are about are closures, too.
 * </ul>
 */
final class CheckedNeeds implements BodyOrder.Needs {
  /** The name of an equation that was written with {@code :=}. */
  static final String ASSIGNMENT = "assign";

  private final BodyOrder.ArityLookup arities;
  private final Set<String> before;
  private final Set<String> here = new HashSet<>();
  private final IdentityHashMap<Expr, Vars.Level> levels = new IdentityHashMap<>();

  CheckedNeeds(BodyOrder.ArityLookup arities, List<Expr> body, Set<String> before) {
    this.arities = arities;
    this.before = before;
    for (Expr e : body) {
      here.addAll(outer(e).keySet());
    }
    here.removeAll(before);
  }

  private Vars.Level level(Expr expr) {
    return levels.computeIfAbsent(expr, Vars::level);
  }

  /** Not to be changed. */
  private Map<String, Var> outer(Expr expr) {
    return level(expr).variables();
  }

  @Override
  public Map<String, Var> lacks(Expr expr, Set<String> safe, Set<String> binds) {
    Known known = new Known(safe, binds);
    Map<String, Var> out = new LinkedHashMap<>();
    for (With w : expr.with()) {
      known.missing(Vars.outer(w.value()), out);
    }
    if (!out.isEmpty()) {
      binds.clear(); // nothing, as long as it is not known what is put in place
    } else if (expr instanceof Expr.TermExpr e) {
      outputs(e.term(), known);
    } else if (expr instanceof Expr.Every e) {
      CheckedVars.references(e.domain(), known);
    }
    Map<String, Var> operands = operands(expr);
    operands.keySet().retainAll(here);
    if (!operands.isEmpty()) {
      return lacking(operands, known);
    }
    Map<String, Var> closed = closed(expr);
    closed.keySet().retainAll(here);
    if (closed.isEmpty() || isBody(expr)) {
      known.missing(closed, out);
      known.missing(outer(expr), out);
      return out;
    } else if (Collections.disjoint(outer(expr).keySet(), here)) {
      closed.keySet().removeAll(safe); // it does not count for these that it binds them by itself
      return closed;
    } else if (expr instanceof Expr.TermExpr e && isEquation(e.term())) {
      binds.removeAll(safe);
      return own(binds).equals(closed.keySet()) ? closed : lacking(closed, known);
    } else if (binds.equals(closed.keySet())) {
      Map<String, Var> variables = new LinkedHashMap<>(outer(expr));
      variables.values().removeIf(v -> !here.contains(v.name()) || FlatForm.isGenerated(v));
      return variables.isEmpty() ? Map.of(WHOLE, new Var(expr.span(), WHOLE)) : variables;
    }
    return lacking(closed, known);
  }

  @Override
  public Set<String> ofEvery(Expr expr) {
    if (!(expr instanceof Expr.Every)) {
      return Set.of();
    }
    Set<String> closed = closed(expr).keySet();
    closed.retainAll(here);
    return closed;
  }

  private static Map<String, Var> lacking(Map<String, Var> variables, Known known) {
    Map<String, Var> out = new LinkedHashMap<>();
    known.missing(variables, out);
    return out;
  }

  private Set<String> own(Set<String> binds) {
    Set<String> names = new HashSet<>(binds);
    names.removeAll(before);
    return names;
  }

  /** Whether an expression is one around bodies; of a classic negation, that is a term. */
  private static boolean isBody(Expr expr) {
    return !(expr instanceof Expr.TermExpr || (expr instanceof Expr.Not n && n.classic()));
  }

  private Map<String, Var> closed(Expr expr) {
    Map<String, Var> out = new LinkedHashMap<>();
    if (isBody(expr)) {
      if (!level(expr).isAll()) {
        out.putAll(Vars.all(expr));
        out.keySet().removeAll(outer(expr).keySet());
      }
      return out;
    }
    if (!level(expr).isAll()) {
      out.putAll(Vars.ofComprehensions(expr));
    }
    if (level(expr).isText()) {
      Terms.visit(expr, t -> isPlain(t, out));
    }
    return out;
  }

  /** To OPA, parts of texts that are no variables are closures. */
  private static boolean isPlain(Term term, Map<String, Var> closed) {
    if (!(term instanceof TemplateString text)) {
      return !(term instanceof Comprehension);
    }
    for (Term part : text.parts()) {
      if (!(part instanceof Var)) {
        closed.putAll(Vars.all(part));
      }
    }
    return false;
  }

  /** The variables of what {@code and}, {@code or} and {@code not} as keywords are about. */
  private static Map<String, Var> operands(Expr expr) {
    Map<String, Var> out = new LinkedHashMap<>();
    if (expr instanceof Expr.Logic l) {
      out.putAll(Vars.all(l.left()));
      out.putAll(Vars.all(l.right()));
    } else if (expr instanceof Expr.Not n && !n.classic()) {
      out.putAll(Vars.all(n.body()));
    }
    return out;
  }

  /** The variables that a term gets values for, given those that are known. */
  void outputs(Term term, Known known) {
    Set<String> binds = known.added();
    boolean assigns = term instanceof Call c && isAssignment(c);
    CheckedVars.references(assigns ? ((Call) term).args().get(1) : term, known);
    if (term instanceof Call c && isEquation(c)) {
      List<Pairing> pairs = new ArrayList<>();
      Set<String> assigned = assigns ? names(c.args().get(0)) : Set.of();
      Known heads = new Known(known.before(), new HashSet<>(binds)); // as far as references go
      Predicate<Term> isHead = t -> !isAmong(t, assigned) && heads.containsAll(t);
      pairs(c.args().get(0), c.args().get(1), isHead, pairs);
      pairs.removeIf(p -> !Collections.disjoint(p.right(), assigned));
      int before;
      do {
        before = binds.size();
        for (Pairing pair : pairs) {
          pair.unify(known, assigns);
        }
      } while (binds.size() != before);
    } else if (term instanceof Call c) {
      int arity = arities.arity(c.operator());
      if (arity >= 0 && c.args().size() > arity) {
        for (Term argument : c.args().subList(0, arity)) {
          if (!known.containsAll(CheckedVars.arguments(argument))) {
            return;
          }
        }
        // too many arguments are another error
        for (Term result : c.args().subList(arity, c.args().size())) {
          known.addAll(CheckedVars.pattern(result));
        }
      }
    }
  }

  static boolean isEquation(Term term) {
    return term instanceof Call c
        && c.operator() instanceof Var v
        && (v.name().equals("eq") || v.name().equals(ASSIGNMENT))
        && c.args().size() == 2;
  }

  private static boolean isAssignment(Call call) {
    return call.operator() instanceof Var v && v.name().equals(ASSIGNMENT);
  }

  /** All names in a term, those of documents and in keys and closures included. */
  private static Set<String> names(Term term) {
    Set<String> names = new HashSet<>();
    Terms.visit(
        term,
        t -> {
          if (t instanceof Var v) {
            names.add(v.name());
          }
          return true;
        });
    return names;
  }

  private static boolean isAmong(Term term, Set<String> names) {
    return term instanceof Var v && names.contains(v.name());
  }

  /** Two sides, of which one gets its variables bound once those of the other are known. */
  private record Pairing(Set<String> left, Set<String> right, boolean toLeft, boolean toRight) {
    void unify(Known known, boolean toLeftOnly) {
      if (toRight && !toLeftOnly && known.containsAll(left)) {
        known.addAll(right);
      }
      if (toLeft && known.containsAll(right)) {
        known.addAll(left);
      }
    }
  }

  /**
   * Takes patterns apart.
   *
   * @param isHead tells known heads of references
   */
  private static void pairs(Term a, Term b, Predicate<Term> isHead, List<Pairing> out) {
    if (a instanceof ArrayTerm x && b instanceof ArrayTerm y) {
      for (int i = 0; x.elements().size() == y.elements().size() && i < x.elements().size(); i++) {
        pairs(x.elements().get(i), y.elements().get(i), isHead, out);
      }
    } else if (a instanceof ObjectTerm x && b instanceof ObjectTerm y) {
      Map<Object, Term> left = fields(x);
      Map<Object, Term> right = fields(y);
      if (left.size() == right.size()) {
        left.keySet().retainAll(right.keySet());
        left.forEach((key, value) -> pairs(value, right.getOrDefault(key, value), isHead, out));
      }
    } else if (meets(a, b) && meets(b, a) && isKnown(a, isHead) && isKnown(b, isHead)) {
      out.add(
          new Pairing(
              CheckedVars.parts(a),
              CheckedVars.parts(b),
              CheckedVars.isPattern(a),
              CheckedVars.isPattern(b)));
    }
  }

  /** Whether to OPA a pattern may be equal to a term. */
  private static boolean meets(Term pattern, Term term) {
    if (pattern instanceof ArrayTerm) {
      return !(term instanceof ObjectTerm || term instanceof SetTerm || term instanceof Scalar);
    }
    boolean closure = term instanceof Comprehension || term instanceof ArrayTerm;
    return !(pattern instanceof ObjectTerm)
        || !(closure || term instanceof SetTerm || term instanceof Scalar);
  }

  private static boolean isKnown(Term side, Predicate<Term> isHead) {
    boolean document = side instanceof Var v && Vars.isGlobal(v.name());
    return side instanceof Ref r ? isHead.test(r.head()) : !document || isHead.test(side);
  }

  private static Map<Object, Term> fields(ObjectTerm o) {
    Map<Object, Term> out = new HashMap<>();
    for (ObjectTerm.Entry e : o.entries()) {
      out.put(WrittenKey.of(e.key()), e.value());
    }
    return out;
  }
}
