package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the expressions of bodies. */
final class ExprBuilder {
  private final TermBuilder terms;
  private final boolean notTakesBody;

  ExprBuilder(TermBuilder terms, boolean notTakesBody) {
    this.terms = terms;
    this.notTakesBody = notTakesBody;
  }

  Body body(RegoParser.BodyContext body) {
    List<Expr> exprs = new ArrayList<>();
    RegoParser.LiteralContext before = null;
    for (RegoParser.LiteralContext l : body.literal()) {
      if (before != null && !separated(before, l)) {
        terms.problem(
            terms.span(l.getStart()),
            SyntaxErrors.message(l.getStart()) + ": expected \\n or ; or }");
      }
      exprs.add(literal(l));
      before = l;
    }
    return new Body(terms.span(body), exprs);
  }

  /** By a line break or a semicolon. */
  private boolean separated(RegoParser.LiteralContext before, RegoParser.LiteralContext after) {
    Span first = terms.span(before);
    String gap = first.source().text().substring(first.end(), terms.span(after).start());
    return gap.indexOf('\n') >= 0 || gap.indexOf(';') >= 0;
  }

  Body braceBody(RegoParser.BraceBodyContext b) {
    return body(b.body());
  }

  private List<With> with(List<RegoParser.WithModifierContext> modifiers) {
    List<With> out = new ArrayList<>();
    for (RegoParser.WithModifierContext w : modifiers) {
      Term target = terms.expr(w.expr(0));
      Ref ref = null;
      if (target instanceof Ref r) {
        ref = r;
      } else if (target instanceof Var v) {
        ref = new Ref(v.span(), v, List.of());
      }
      if (ref == null) {
        terms.problem(target.span(), "with keyword target must be a reference");
      } else {
        out.add(new With(terms.span(w), ref, terms.expr(w.expr(1))));
      }
    }
    return out;
  }

  Expr literal(RegoParser.LiteralContext l) {
    List<With> with = with(l.withModifier());
    Span span = terms.span(l);
    if (l.someDeclaration() != null) {
      return some(l.someDeclaration(), span, with);
    } else if (l.everyExpr() != null) {
      return every(l.everyExpr(), span, with);
    } else if (l.logic() != null) {
      return logic(l.logic(), with);
    } else if (l.logicGroup() != null) {
      return group(l.logicGroup(), with);
    } else if (l.negation() != null) {
      return negation(l.negation(), span, with);
    }
    return statement(l.statementExpr(), span, with);
  }

  private Expr some(RegoParser.SomeDeclarationContext s, Span span, List<With> with) {
    if (s.IN() == null) {
      return new Expr.SomeDeclaration(span, s.name().stream().map(terms::var).toList());
    }
    List<Term> left = s.relation().stream().map(terms::relation).toList();
    return new Expr.SomeIn(
        span,
        left.size() == 2 ? Optional.of(left.get(0)) : Optional.empty(),
        left.get(left.size() - 1),
        terms.expr(s.expr()),
        with);
  }

  private Expr every(RegoParser.EveryExprContext e, Span span, List<With> with) {
    boolean keyed = e.name().size() == 2;
    return new Expr.Every(
        span,
        keyed ? Optional.of(terms.var(e.name(0))) : Optional.empty(),
        terms.var(e.name(keyed ? 1 : 0)),
        terms.expr(e.expr()),
        braceBody(e.braceBody()),
        with);
  }

  private Expr negation(RegoParser.NegationContext n, Span span, List<With> with) {
    if (n.braceBody() != null) {
      return new Expr.Not(span, braceBody(n.braceBody()), false, with);
    }
    if (n.logicGroup() != null) {
      return new Expr.Not(span, single(group(n.logicGroup(), List.of())), false, with);
    }
    boolean every = n.everyExpr() != null;
    Span inner = terms.span(every ? n.everyExpr() : n.statementExpr());
    Expr operand =
        every
            ? every(n.everyExpr(), inner, List.of())
            : statement(n.statementExpr(), inner, List.of());
    boolean classic = !notTakesBody;
    return new Expr.Not(span, new Body(inner, List.of(operand)), classic, with);
  }

  private Expr statement(RegoParser.StatementExprContext s, Span span, List<With> with) {
    List<Term> operands = new ArrayList<>();
    s.relation().forEach(r -> operands.add(terms.relation(r)));
    operands.addAll(terms.exprs(s.expr()));
    Term term =
        switch (operands.size()) {
          case 1 -> operands.get(0);
          case 2 ->
              terms.infix(
                  terms.span(s),
                  s.ASSIGN() != null ? "assign" : "eq",
                  operands.get(0),
                  operands.get(1));
          default -> terms.member(operands);
        };
    return new Expr.TermExpr(span, term, with);
  }

  private Expr logic(RegoParser.LogicContext l, List<With> with) {
    List<Body> parts = new ArrayList<>();
    Expr.Logic.Operator operator = Expr.Logic.Operator.OR;
    if (l.conjunction().isEmpty()) {
      operator = Expr.Logic.Operator.AND;
      l.operand().forEach(o -> parts.add(operand(o)));
    } else {
      for (RegoParser.ConjunctionContext c : l.conjunction()) {
        List<Body> inner = new ArrayList<>();
        c.operand().forEach(o -> inner.add(operand(o)));
        parts.add(fold(Expr.Logic.Operator.AND, inner));
      }
    }
    Body right = parts.remove(parts.size() - 1);
    Body left = fold(operator, parts);
    return new Expr.Logic(left.span().to(right.span()), operator, left, right, with);
  }

  private static Body fold(Expr.Logic.Operator operator, List<Body> parts) {
    Body left = parts.get(0);
    for (Body right : parts.subList(1, parts.size())) {
      left = single(new Expr.Logic(left.span().to(right.span()), operator, left, right, List.of()));
    }
    return left;
  }

  private static Body single(Expr expr) {
    return new Body(expr.span(), List.of(expr));
  }

  private Expr group(RegoParser.LogicGroupContext g, List<With> outer) {
    List<With> with = new ArrayList<>(with(g.withModifier()));
    with.addAll(outer);
    if (g.logic() != null) {
      return logic(g.logic(), with);
    }
    return g.logicGroup() != null
        ? group(g.logicGroup(), with)
        : statement(g.statementExpr(), terms.span(g), with);
  }

  private Body operand(RegoParser.OperandContext o) {
    List<With> with = with(o.withModifier());
    Span span = terms.span(o);
    if (o.negation() != null) {
      return single(negation(o.negation(), span, with));
    } else if (o.logicGroup() != null) {
      return single(group(o.logicGroup(), with));
    } else if (o.everyExpr() != null) {
      return single(every(o.everyExpr(), span, with));
    } else if (o.braceBody() != null) {
      Body body = braceBody(o.braceBody());
      return with.isEmpty()
          ? body
          : single(new Expr.Logic(span, Expr.Logic.Operator.AND, body, body, with));
    }
    return single(statement(o.statementExpr(), span, with));
  }
}
