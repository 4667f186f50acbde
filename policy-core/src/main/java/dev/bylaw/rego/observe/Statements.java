package dev.bylaw.rego.observe;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds what of a module can be evaluated: rules and expressions, also those within others. */
final class Statements {
  private final List<Span> found = new ArrayList<>();
  private final List<Span> rules = new ArrayList<>();
  private final List<Span> expressions = new ArrayList<>();

  private Statements() {}

  static Statements of(Module module) {
    Statements statements = new Statements();
    for (Rule first : module.rules()) {
      for (Rule r = first; r != null; r = r.otherwise().orElse(null)) {
        statements.rule(r);
      }
    }
    return statements;
  }

  /** What OPA lists where it is not covered: all of it but {@code some x in xs}. */
  List<Span> listed() {
    return found;
  }

  /** Where the rules are. */
  List<Span> rules() {
    return rules;
  }

  /** The expressions that are written: without the bodies of rules that have none. */
  List<Span> expressions() {
    return expressions;
  }

  private void rule(Rule rule) {
    Span place = RulePlace.of(rule);
    found.add(place);
    rules.add(place);
    RuleHead head = rule.head();
    terms(head.reference().path());
    head.key().ifPresent(this::term);
    head.value().ifPresent(this::term);
    if (rule.body().span().start() < place.end()) {
      found.add(rule.body().span());
    } else {
      body(rule.body());
    }
  }

  private void body(Body body) {
    body.exprs().forEach(this::expr);
  }

  private void expr(Expr expr) {
    expr.with().forEach(w -> term(w.value()));
    if (!(expr instanceof Expr.SomeDeclaration)) {
      expressions.add(expr.span());
      if (!(expr instanceof Expr.SomeIn)) {
        found.add(expr.span());
      }
    }
    if (expr instanceof Expr.TermExpr e) {
      term(e.term());
    } else if (expr instanceof Expr.SomeIn e) {
      term(e.collection());
    } else if (expr instanceof Expr.Every e) {
      term(e.domain());
      body(e.body());
    } else if (expr instanceof Expr.Not e) {
      negated(e.body());
    } else if (expr instanceof Expr.Logic e) {
      body(e.left());
      body(e.right());
    }
  }

  /** Without braces it is no statement of its own. */
  private void negated(Body body) {
    if (body.explicit()) {
      body(body);
    } else if (body.exprs().get(0) instanceof Expr.TermExpr e) {
      term(e.term());
    }
  }

  private void terms(List<Term> terms) {
    terms.forEach(this::term);
  }

  private void term(Term term) {
    if (term instanceof Ref r) {
      term(r.head());
      terms(r.path());
    } else if (term instanceof Call c) {
      terms(c.args());
    } else if (term instanceof ArrayTerm a) {
      terms(a.elements());
    } else if (term instanceof SetTerm s) {
      terms(s.elements());
    } else if (term instanceof TemplateString t) {
      terms(t.parts());
    } else if (term instanceof ObjectTerm o) {
      for (ObjectTerm.Entry e : o.entries()) {
        term(e.key());
        term(e.value());
      }
    } else if (term instanceof Comprehension c) {
      comprehension(c);
    }
  }

  private void comprehension(Comprehension c) {
    c.parts().forEach(this::term);
    body(c.body());
  }
}
