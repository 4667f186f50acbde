package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Calls inside the term of an expression. To OPA each is an expression of its own before that one,
 * so what it needs must be known without it: {@code xs[i] == i + 1} is unsafe.
 */
final class NestedCalls {
  private final List<Call> calls = new ArrayList<>();

  private NestedCalls() {}

  static NestedCalls of(Term term) {
    NestedCalls nested = new NestedCalls();
    if (!(term instanceof Call c)) {
      nested.visit(term);
    } else if (c.operator() instanceof Var v && v.name().equals("eq")) {
      for (Term side : c.args()) {
        nested.visitAll(side instanceof Call s ? s.args() : List.of(side));
      }
    } else {
      nested.visitAll(c.args());
    }
    return nested;
  }

  private void visitAll(List<Term> terms) {
    for (Term term : terms) {
      visit(term);
    }
  }

  private void visit(Term term) {
    if (term instanceof Call c) {
      calls.add(c);
      visitAll(c.args());
    } else if (term instanceof ArrayTerm a) {
      visitAll(a.elements());
    } else if (term instanceof SetTerm s) {
      visitAll(s.elements());
    } else if (term instanceof ObjectTerm o) {
      for (ObjectTerm.Entry e : o.entries()) {
        visit(e.key());
        visit(e.value());
      }
    }
  }

  /** Adds the variables that these calls lack; {@code known} gets what they bind by iterating. */
  void missing(Known known, Map<String, Var> out) {
    int before;
    do {
      before = known.added().size();
      for (Call call : calls) {
        EvaluatedNeeds.refOutputs(call, known);
      }
    } while (known.added().size() != before);
    for (Call call : calls) {
      known.missing(Vars.outer(call), out);
    }
  }
}
