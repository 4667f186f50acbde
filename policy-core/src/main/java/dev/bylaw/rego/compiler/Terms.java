package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import java.util.function.Predicate;

/** Visits terms from the outside in; the visitor says whether to go on into a term's parts. */
final class Terms {
  private final Predicate<Term> visitor;

  private Terms(Predicate<Term> visitor) {
    this.visitor = visitor;
  }

  /** All terms of a rule: head, body, values of {@code with}, {@code else} branches. */
  static void visit(Rule rule, Predicate<Term> visitor) {
    Terms terms = new Terms(visitor);
    for (Rule r = rule; r != null; r = r.otherwise().orElse(null)) {
      terms.rule(r);
    }
  }

  static void visit(Term term, Predicate<Term> visitor) {
    new Terms(visitor).term(term);
  }

  private void rule(Rule rule) {
    body(rule.body());
    rule.head().args().ifPresent(args -> args.forEach(this::term));
    rule.head().key().ifPresent(this::term);
    rule.head().value().ifPresent(this::term);
    rule.head().reference().path().forEach(this::term);
  }

  private void body(Body body) {
    body.exprs().forEach(this::expr);
  }

  private void expr(Expr expr) {
    expr.with().forEach(w -> term(w.value()));
    if (expr instanceof Expr.TermExpr e) {
      term(e.term());
    } else if (expr instanceof Expr.Not e) {
      body(e.body());
    } else if (expr instanceof Expr.Every e) {
      term(e.domain());
      body(e.body());
    } else if (expr instanceof Expr.Logic e) {
      body(e.left());
      body(e.right());
    }
  }

  private void term(Term term) {
    if (!visitor.test(term)) {
      return;
    }
    if (term instanceof Ref r) {
      term(r.head());
      r.path().forEach(this::term);
    } else if (term instanceof Call c) {
      term(c.operator());
      c.args().forEach(this::term);
    } else if (term instanceof ArrayTerm a) {
      a.elements().forEach(this::term);
    } else if (term instanceof SetTerm s) {
      s.elements().forEach(this::term);
    } else if (term instanceof TemplateString t) {
      t.parts().forEach(this::term);
    } else if (term instanceof ObjectTerm o) {
      for (ObjectTerm.Entry e : o.entries()) {
        term(e.key());
        term(e.value());
      }
    } else if (term instanceof Comprehension c) {
      body(c.body());
      if (c instanceof Comprehension.OfArray a) {
        term(a.element());
      } else if (c instanceof Comprehension.OfSet s) {
        term(s.element());
      } else if (c instanceof Comprehension.OfObject o) {
        term(o.key());
        term(o.value());
      }
    }
  }
}
