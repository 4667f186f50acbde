package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.compiler.Terms;
import dev.bylaw.rego.compiler.Vars;
import java.util.Collections;
import java.util.Set;

/** Patterns that no value fits: sets and keys of objects get no values for variables in them. */
final class Misfits {
  private Misfits() {}

  /** Whether there is such a pattern among the operands of references and sides of equations. */
  static boolean isIn(Term term, Set<String> unbound) {
    boolean[] found = {false};
    Terms.visit(
        term,
        t -> {
          if (t instanceof Ref r) {
            r.path().forEach(step -> found[0] |= isOne(step, unbound));
          } else if (t instanceof Call c
              && c.operator() instanceof Var v
              && v.name().equals("eq")) {
            c.args().forEach(side -> found[0] |= isOne(side, unbound));
          }
          return !(t instanceof Comprehension);
        });
    return found[0];
  }

  private static boolean isOne(Term pattern, Set<String> unbound) {
    boolean[] found = {false};
    Terms.visit(
        pattern,
        t -> {
          if (t instanceof SetTerm) {
            found[0] |= has(t, unbound);
          } else if (t instanceof ObjectTerm o) {
            o.entries()
                .forEach(e -> found[0] |= has(e.key(), unbound) || isOne(e.value(), unbound));
          }
          return t instanceof ArrayTerm;
        });
    return found[0];
  }

  private static boolean has(Term term, Set<String> unbound) {
    return !Collections.disjoint(Vars.outer(term).keySet(), unbound);
  }
}
