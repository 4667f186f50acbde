package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.compiler.BodyOrder;
import dev.bylaw.rego.compiler.Negation;
import dev.bylaw.rego.compiler.Terms;
import dev.bylaw.rego.compiler.Vars;
import dev.bylaw.rego.value.RegoBoolean;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Plans equalities whose sides may bind each other's variables, part by part. */
final class Equalities {
  private final BodyPlanner body;

  Equalities(BodyPlanner body) {
    this.body = body;
  }

  private record Pair(Term left, Term right) {}

  void unify(Term a, Term b) {
    Deque<Pair> waiting = new ArrayDeque<>();
    boolean apart = body.linker.mayFail(a) || body.linker.mayFail(b);
    waiting.add(apart ? new Pair(elementsFirst(a), elementsFirst(b)) : new Pair(a, b));
    int stuck = 0;
    while (!waiting.isEmpty()) {
      Pair pair = waiting.poll();
      if (one(pair, waiting)) {
        stuck = 0;
        continue;
      }
      waiting.add(pair);
      if (++stuck > waiting.size()) {
        waiting.forEach(this::iterate);
        stuck = 0;
      }
    }
  }

  /** References and comprehensions inside a collection come before the sides meet, as in OPA. */
  private Term elementsFirst(Term side) {
    boolean collection =
        side instanceof ArrayTerm || side instanceof SetTerm || side instanceof ObjectTerm;
    return collection ? Negation.without(side, this::isFirst, body::kept) : side;
  }

  private boolean isFirst(Term term) {
    return (Negation.isReference(term) || term instanceof Comprehension) && body.isSafe(term);
  }

  /** Starts with the iterations inside two terms that wait for what those bind. */
  private void iterate(Pair pair) {
    int before = body.slots.bound().size();
    Terms.visit(
        new ArrayTerm(pair.left().span(), List.of(pair.left(), pair.right())), this::iterated);
    if (body.slots.bound().size() == before) {
      throw new IllegalStateException("neither side is known: " + pair.left().span());
    }
  }

  private boolean iterated(Term term) {
    if (term instanceof Ref r && isKnown(r)) {
      body.terms().node(r);
    }
    return !(term instanceof Comprehension);
  }

  private boolean one(Pair pair, Deque<Pair> waiting) {
    Term a = pair.left();
    Term b = pair.right();
    boolean knowA = isKnown(a);
    boolean knowB = isKnown(b);
    // of two references, and beside a comprehension, this decides about errors
    boolean leftFirst =
        b instanceof Var
            || (b instanceof Ref && a instanceof Ref && body.linker.mayFail(a))
            || (b instanceof Comprehension && body.linker.mayFail(b));
    if (knowB && !(knowA && leftFirst)) {
      body.match(a, b);
      return true;
    } else if (knowA) {
      body.match(b, a);
      return true;
    }
    if (a instanceof ArrayTerm x && b instanceof ArrayTerm y) {
      if (x.elements().size() != y.elements().size()) {
        body.emit(new Steps.Check(new Nodes.Constant(RegoBoolean.FALSE)));
        // what follows still finds its variables bound
        bind(a);
        bind(b);
        return true;
      }
      for (int i = 0; i < x.elements().size(); i++) {
        waiting.add(new Pair(x.elements().get(i), y.elements().get(i)));
      }
      return true;
    }
    if (a instanceof ObjectTerm x && b instanceof ObjectTerm y) {
      objects(x, y, waiting);
      return true;
    }
    return false;
  }

  private void objects(ObjectTerm x, ObjectTerm y, Deque<Pair> waiting) {
    int met = 0;
    for (ObjectTerm.Entry e : x.entries()) {
      for (ObjectTerm.Entry f : y.entries()) {
        if (BodyOrder.isSameKey(e.key(), f.key())) {
          waiting.add(new Pair(e.value(), f.value()));
          met++;
        }
      }
    }
    if (met < x.entries().size() || x.entries().size() != y.entries().size()) {
      body.emit(new Steps.Check(new Nodes.Constant(RegoBoolean.FALSE)));
      bind(x);
      bind(y);
    }
  }

  private void bind(Term term) {
    for (String name : Vars.all(term).keySet()) {
      body.slots.bind(name);
    }
  }

  private boolean areKnown(List<Term> terms) {
    for (Term term : terms) {
      if (!isKnown(term)) {
        return false;
      }
    }
    return true;
  }

  /** True if a term can be planned as a node: its variables are bound or are bound by iterating. */
  private boolean isKnown(Term term) {
    if (term instanceof Var v) {
      return Vars.isGlobal(v.name()) || body.slots.isBound(v.name());
    } else if (term instanceof ArrayTerm a) {
      return areKnown(a.elements());
    } else if (term instanceof SetTerm s) {
      return areKnown(s.elements());
    } else if (term instanceof TemplateString t) {
      return areKnown(t.parts());
    } else if (term instanceof ObjectTerm o) {
      for (ObjectTerm.Entry e : o.entries()) {
        if (!isKnown(e.key()) || !isKnown(e.value())) {
          return false;
        }
      }
      return true;
    } else if (term instanceof Ref r) {
      return isKnown(r.head());
    } else if (term instanceof Call c) {
      return areKnown(c.args());
    }
    return true;
  }
}
