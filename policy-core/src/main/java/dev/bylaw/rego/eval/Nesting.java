package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.compiler.Terms;
import java.util.function.Predicate;

/**
 * Tells where something that is nested may fail and is not worked out in the order of the text:
 * among elements of sets and fields of objects, which are sorted, in operands, which come before
 * what they look into, or in a comprehension, which comes behind calls beside it.
 */
final class Nesting {
  private final Predicate<Term> mayFail;
  private boolean decides;

  private Nesting(Predicate<Term> mayFail) {
    this.mayFail = mayFail;
  }

  /** Whether the order decides about errors of a rule with its branches. */
  static boolean decides(Rule rule, Predicate<Term> mayFail) {
    Nesting nesting = new Nesting(mayFail);
    for (Rule r = rule; r != null; r = r.otherwise().orElse(null)) {
      for (Expr expr : r.body().exprs()) {
        Terms.visit(expr, nesting::goesOn);
      }
    }
    return nesting.decides;
  }

  private boolean goesOn(Term term) {
    decides |= isInAnotherOrder(term);
    return !decides;
  }

  private boolean isInAnotherOrder(Term term) {
    if (term instanceof SetTerm s) {
      return s.elements().size() > 1 && mayFail.test(s);
    } else if (term instanceof ObjectTerm o) {
      return o.entries().size() > 1 && mayFail.test(o);
    } else if (term instanceof Ref r) {
      for (Term step : r.path()) {
        if (!(step instanceof Scalar) && mayFail.test(step)) {
          return true;
        }
      }
      return false;
    }
    return term instanceof Call c
        && c.args().stream().anyMatch(Comprehension.OfObject.class::isInstance)
        && c.args().stream().anyMatch(a -> a instanceof Call || a instanceof Ref);
  }
}
