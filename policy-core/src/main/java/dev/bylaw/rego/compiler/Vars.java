package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the local variables of resolved terms and expressions, each with its first occurrence.
 */
public final class Vars {
  private final Map<String, Var> found = new LinkedHashMap<>();
  private final boolean intoClosures;
  private final boolean intoHeads;
  private boolean leftOut;
  private boolean text;

  private Vars(boolean intoClosures) {
    this(intoClosures, true);
  }

  private Vars(boolean intoClosures, boolean intoHeads) {
    this.intoClosures = intoClosures;
    this.intoHeads = intoHeads;
  }

  /** All variables, those inside comprehensions and nested bodies included. */
  public static Map<String, Var> all(Expr expr) {
    Vars vars = new Vars(true);
    vars.expr(expr);
    return vars.found;
  }

  public static Map<String, Var> all(Term term) {
    Vars vars = new Vars(true);
    vars.term(term);
    return vars.found;
  }

  /** All variables but those that are no more than heads of references or put by modifiers. */
  static Map<String, Var> withoutHeads(Term term) {
    Vars vars = new Vars(true, false);
    vars.term(term);
    return vars.found;
  }

  public static Map<String, Var> all(Body body) {
    Vars vars = new Vars(true);
    vars.body(body);
    return vars.found;
  }

  /** All variables of the comprehensions in an expression. */
  static Map<String, Var> ofComprehensions(Expr expr) {
    Vars vars = new Vars(true);
    Terms.visit(
        expr,
        t -> {
          if (t instanceof Comprehension c) {
            vars.term(c);
          }
          return !(t instanceof Comprehension);
        });
    return vars.found;
  }

  /** The variables of this level only. */
  public static Map<String, Var> outer(Expr expr) {
    return level(expr).variables();
  }

  /**
   * The variables of the level of an expression or term.
   *
   * @param isAll whether nothing in it has a level of its own
   * @param isText whether texts are put together in it
   */
  record Level(Map<String, Var> variables, boolean isAll, boolean isText) {}

  static Level level(Expr expr) {
    Vars vars = new Vars(false);
    vars.expr(expr);
    return new Level(vars.found, !vars.leftOut, vars.text);
  }

  static Level level(Term term) {
    Vars vars = new Vars(false);
    vars.term(term);
    return new Level(vars.found, !vars.leftOut, vars.text);
  }

  public static Map<String, Var> outer(Term term) {
    return level(term).variables();
  }

  /**
   * The variables of a head that are neither bound nor become bound by iterating over references in
   * it.
   */
  public static Map<String, Var> unsafeInHead(Term term, Set<String> bound) {
    Known known = new Known(bound, new HashSet<>());
    Map<String, Var> unsafe = new LinkedHashMap<>();
    NestedCalls.of(term).missing(known, unsafe);
    EvaluatedNeeds.refOutputs(term, known);
    known.missing(outer(term), unsafe);
    return unsafe;
  }

  public static boolean isGlobal(String name) {
    return name.equals("data") || name.equals("input");
  }

  private void body(Body body) {
    for (Expr expr : body.exprs()) {
      expr(expr);
    }
  }

  private void expr(Expr expr) {
    if (intoHeads) {
      for (With with : expr.with()) {
        term(with.value());
        terms(with.target().path());
      }
    }
    if (expr instanceof Expr.TermExpr e) {
      term(e.term());
    } else if (expr instanceof Expr.Every e) {
      term(e.domain());
      if (enters()) {
        Vars inner = new Vars(true, intoHeads);
        inner.body(e.body());
        e.key().ifPresent(k -> inner.found.remove(k.name()));
        inner.found.remove(e.value().name());
        inner.found.forEach(found::putIfAbsent);
      }
    } else if (expr instanceof Expr.Not e) {
      if (e.classic() || enters()) {
        body(e.body());
      }
    } else if (expr instanceof Expr.Logic e) {
      if (enters()) {
        body(e.left());
        body(e.right());
      }
    } else if (expr instanceof Expr.SomeIn e) {
      e.key().ifPresent(this::term);
      term(e.value());
      term(e.collection());
    } else if (expr instanceof Expr.SomeDeclaration e) {
      terms(e.variables());
    }
  }

  /** Whether to go into what has a level of its own. */
  private boolean enters() {
    leftOut |= !intoClosures;
    return intoClosures;
  }

  private void terms(List<? extends Term> terms) {
    for (Term term : terms) {
      term(term);
    }
  }

  private void term(Term term) {
    if (term instanceof Var v) {
      if (!isGlobal(v.name())) {
        found.putIfAbsent(v.name(), v);
      }
    } else if (term instanceof Ref r) {
      if (intoHeads || !(r.head() instanceof Var)) {
        term(r.head());
      }
      for (Term step : r.path()) {
        if (!(step instanceof Scalar)) { // most are, and there are many references
          term(step);
        }
      }
    } else if (term instanceof Call c) {
      terms(c.args());
    } else if (term instanceof ArrayTerm a) {
      terms(a.elements());
    } else if (term instanceof SetTerm s) {
      terms(s.elements());
    } else if (term instanceof ObjectTerm o) {
      for (ObjectTerm.Entry e : o.entries()) {
        term(e.key());
        term(e.value());
      }
    } else if (term instanceof TemplateString t) {
      text = true;
      terms(t.parts());
    } else if (term instanceof Comprehension c && enters()) {
      body(c.body());
      terms(c.parts());
    }
  }
}
