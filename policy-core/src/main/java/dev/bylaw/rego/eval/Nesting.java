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
import dev.bylaw.rego.compiler.CompiledRule;
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

  /** Whether the order decides about errors or values of a rule with its branches. */
  static boolean decides(CompiledRule compiled, Predicate<Term> mayFail) {
    Nesting nesting = new Nesting(mayFail);
    for (Term key : compiled.keys()) {
      Terms.visit(key, nesting::goesOn);
    }
    for (Rule r = compiled.rule(); r != null; r = r.otherwise().orElse(null)) {
      for (Expr expr : r.body().exprs()) {
        Terms.visit(expr, nesting::goesOn);
      }
      r.head().key().ifPresent(key -> Terms.visit(key, nesting::goesOn));
      r.head().value().ifPresent(value -> Terms.visit(value, nesting::goesOn));
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
      return o.entries().size() > 1 && (mayFail.test(o) || computed(o) > 1);
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

  /** How many keys are not written: the last one of those that are the same in the end counts. */
  private static int computed(ObjectTerm object) {
    int computed = 0;
    for (ObjectTerm.Entry entry : object.entries()) {
      computed += entry.key() instanceof Scalar ? 0 : 1;
    }
    return computed;
  }
}
