package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells the expressions of the flat form whose comprehensions close over just the variables that
 * the expression iterates over: {@code input.x[v] != [1 | v]}. To OPA they are unsafe even where
 * the variables have values, unless the expression is an equation. It takes all variables within an
 * operand for iterated ones, those of a comprehension included.
 */
final class OwnClosures {
  private final BodyOrder.ArityLookup arities;

  OwnClosures(BodyOrder.ArityLookup arities) {
    this.arities = arities;
  }

  /**
   * @param level the variables of the body that had no value before it
   */
  boolean isIn(Term term, Set<String> level) {
    boolean equation =
        term instanceof Call c && c.operator() instanceof Var v && v.name().equals("eq");
    Set<String> closed = equation ? new HashSet<>() : closed(term);
    closed.retainAll(level);
    return !closed.isEmpty()
        && closed.equals(iterated(term))
        && (isWrittenIn(term) || !Collections.disjoint(Vars.outer(term).keySet(), level));
  }

  /** Whether there is an element of what is written down, {@code [1, 2][i]}. */
  private static boolean isWrittenIn(Term term) {
    boolean[] found = {false};
    Terms.visit(
        term,
        t -> {
          found[0] |= t instanceof Ref r && !(r.head() instanceof Var);
          return !found[0] && !(t instanceof Comprehension);
        });
    return found[0];
  }

  /** The variables of comprehensions, those in heads of references excepted. */
  private static Set<String> closed(Term term) {
    Set<String> out = new HashSet<>();
    Terms.visit(
        term,
        t -> {
          if (t instanceof Ref r) {
            r.path().forEach(step -> out.addAll(closed(step)));
          } else if (t instanceof Comprehension c) {
            out.addAll(Vars.all(c).keySet());
          }
          return !isLookedInto(t);
        });
    return out;
  }

  private static boolean isLookedInto(Term t) {
    return t instanceof Ref || t instanceof Comprehension || t instanceof TemplateString;
  }

  /** The variables in operands of references, and in the last argument if it takes the result. */
  private Set<String> iterated(Term term) {
    Set<String> out = new HashSet<>();
    Terms.visit(
        term,
        t -> {
          if (t instanceof Ref r) {
            operands(r, out);
          }
          return !isLookedInto(t);
        });
    if (term instanceof Call c && arities.arity(c.operator()) == c.args().size() - 1) {
      result(c.args().get(c.args().size() - 1), out);
    }
    return out;
  }

  private static void operands(Ref ref, Set<String> out) {
    for (Term step : ref.path()) {
      if (step instanceof Ref r) {
        operands(r, out);
      } else {
        out.addAll(Vars.all(step).keySet());
      }
    }
  }

  private static void result(Term pattern, Set<String> out) {
    if (pattern instanceof Var v) {
      out.add(v.name());
    } else if (pattern instanceof ArrayTerm a) {
      a.elements().forEach(t -> result(t, out));
    } else if (pattern instanceof ObjectTerm o) {
      o.entries().forEach(e -> result(e.value(), out));
    }
  }
}
