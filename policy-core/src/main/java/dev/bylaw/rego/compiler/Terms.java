package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.With;
import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Visits terms from the outside in; the visitor says whether to go on into a term's parts. */
public final class Terms {
  private final Visitor visitor;
  private final boolean targets;

  private Terms(Visitor visitor, boolean targets) {
    this.visitor = visitor;
    this.targets = targets;
  }

  /** Looks at one term after another. */
  public interface Visitor {
    /**
     * Looks at a term.
     *
     * @param place where to report about it: the whole expression, if the term is all of it
     * @param whole whether the term is all of an expression
     * @return whether to look at its parts
     */
    boolean visit(Term term, Span place, boolean whole);

    /** Looks at a modifier, before its value. */
    default void visit(With with) {}
  }

  /** All terms of a rule: head, body, values of {@code with}, {@code else} branches. */
  static void visit(Rule rule, Predicate<Term> visitor) {
    new Terms(plain(visitor), false).all(rule);
  }

  /** The same with their places. */
  static void visitPlaced(Rule rule, Visitor visitor) {
    new Terms(visitor, false).all(rule);
  }

  /** The same, and the targets of {@code with}. */
  static void visitWithTargets(Rule rule, Predicate<Term> visitor) {
    new Terms(plain(visitor), true).all(rule);
  }

  /** The same of one part of a rule, without its {@code else} branches. */
  static void visitPart(Rule part, Predicate<Term> visitor) {
    new Terms(plain(visitor), true).rule(part);
  }

  public static void visit(Term term, Predicate<Term> visitor) {
    new Terms(plain(visitor), false).term(term);
  }

  /** The same, and the targets of {@code with}. */
  static void visitWithTargets(Term term, Predicate<Term> visitor) {
    new Terms(plain(visitor), true).term(term);
  }

  static void visitPlaced(Body body, Visitor visitor) {
    new Terms(visitor, false).body(body);
  }

  private static Visitor plain(Predicate<Term> visitor) {
    return (term, place, whole) -> visitor.test(term);
  }

  private void all(Rule rule) {
    for (Rule r = rule; r != null; r = r.otherwise().orElse(null)) {
      rule(r);
    }
  }

  public static void visit(Expr expr, Predicate<Term> visitor) {
    new Terms(plain(visitor), false).expr(expr);
  }

  private void rule(Rule rule) {
    body(rule.body());
    RuleHead head = rule.head();
    terms(head.args().orElse(List.of()));
    part(head.key());
    part(head.value());
    terms(head.reference().path());
  }

  private void body(Body body) {
    for (Expr expr : body.exprs()) {
      expr(expr);
    }
  }

  private void expr(Expr expr) {
    expr(expr, expr.span());
  }

  private void expr(Expr expr, Span place) {
    for (With w : expr.with()) {
      visitor.visit(w);
      term(w.value());
      if (targets) {
        term(w.target());
      }
    }
    if (expr instanceof Expr.TermExpr e) {
      term(e.term(), place, true);
    } else if (expr instanceof Expr.Not e) {
      if (e.body().explicit()) {
        body(e.body());
      } else {
        for (Expr only : e.body().exprs()) {
          expr(only, place);
        }
      }
    } else if (expr instanceof Expr.Every e) {
      term(e.domain());
      body(e.body());
    } else if (expr instanceof Expr.Logic e) {
      body(e.left());
      body(e.right());
    }
  }

  private void part(Optional<Term> term) {
    if (term.isPresent()) {
      term(term.get());
    }
  }

  private void terms(List<? extends Term> terms) {
    for (Term term : terms) {
      term(term);
    }
  }

  private void term(Term term) {
    term(term, term.span(), false);
  }

  private void term(Term term, Span place, boolean whole) {
    if (!visitor.visit(term, place, whole)) {
      return;
    }
    if (term instanceof Ref r) {
      term(r.head());
      terms(r.path());
    } else if (term instanceof Call c) {
      term(c.operator());
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
      body(c.body());
      terms(c.parts());
    }
  }
}
