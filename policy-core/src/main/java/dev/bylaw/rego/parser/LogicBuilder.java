package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.With;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Builds {@code and}, {@code or} and the operands that they and {@code not} have in common. */
final class LogicBuilder {
  private final Places places;
  private final ExprBuilder exprs;
  private final OperandHints hints;

  LogicBuilder(Places places, ExprBuilder exprs) {
    this.places = places;
    this.exprs = exprs;
    this.hints = new OperandHints(places);
  }

  /** Where parentheses stand that hold more than a value. */
  enum Place {
    STATEMENT,
    OPERAND,
    NEGATED
  }

  /** A clause among the operands of a connective. */
  private record Operand(RegoParser.ClauseContext clause, String connective, boolean first) {}

  Expr logic(RegoParser.LiteralContext l, Lead lead, List<With> with) {
    List<RegoParser.ConjunctionContext> all = l.disjunction().conjunction();
    List<Body> parts = new ArrayList<>();
    for (RegoParser.ConjunctionContext c : all) {
      parts.add(conjunction(c, lead, c == all.get(0)));
    }
    Body whole = fold(Expr.Logic.Operator.OR, parts);
    Expr.Logic outer = (Expr.Logic) whole.exprs().get(0);
    Span span = places.span(lead.start(), l);
    return new Expr.Logic(span, outer.operator(), outer.left(), outer.right(), with);
  }

  private Body conjunction(RegoParser.ConjunctionContext c, Lead lead, boolean first) {
    String connective = c.clause().size() > 1 ? "and" : "or";
    List<Body> parts = new ArrayList<>();
    for (RegoParser.ClauseContext clause : c.clause()) {
      boolean leads = first && clause == c.clause(0);
      Lead own = leads ? lead : Lead.of(clause);
      parts.add(operand(new Operand(clause, connective, leads), own));
    }
    return fold(Expr.Logic.Operator.AND, parts);
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

  private Body operand(Operand o, Lead lead) {
    RegoParser.ClauseContext c = o.clause();
    boolean worded = c.expr().isEmpty() || c.expr(0).operand().size() == lead.skip();
    if (worded) {
      checkWorded(c, o);
    } else if (lead.key().isEmpty()) {
      RegoParser.OperandContext first = c.expr(0).operand(lead.skip());
      if (first.primary() instanceof RegoParser.BracedContext b && first.NEGATIVE() == null) {
        return braces(o, lead, b.braces());
      } else if (Flat.only(c, lead.skip()) instanceof RegoParser.ParenthesisContext p
          && !Flat.isValue(p)) {
        return single(group(p, Place.OPERAND, List.of()));
      }
    }
    return single(exprs.clause(c, lead, places.span(lead.start(), c), List.of()));
  }

  private void checkWorded(RegoParser.ClauseContext c, Operand o) {
    if (!(c.worded() instanceof RegoParser.NotClauseContext)) {
      throw o.first()
          ? exprs.refused(c, places.after(c.getStop()))
          : SyntaxErrors.at(places, c, c.getStart(), "");
    }
  }

  private Body braces(Operand o, Lead lead, RegoParser.BracesContext b) {
    RegoParser.ClauseContext c = o.clause();
    boolean alone = Flat.only(c, lead.skip()) != null;
    RegoParser.ItemsContext items = b.items();
    boolean body = items != null && CollectionBuilder.isBody(items, 0);
    if (alone && items == null) {
      throw SyntaxErrors.plain(places, b.getStop(), "found empty body");
    } else if (alone && body) {
      if (Flat.hasBar(items)) {
        throw hints.ambiguous(b, items, "");
      }
      return exprs.body(Phrase.of(items, 0), true);
    } else if (body && !o.first()) {
      throw exprs.refused(c, places.after(b.getStop()));
    }
    throw hints.value(b, c, o.connective());
  }

  /** What {@code not} negates, where braces start it and are a body. */
  Body negated(RegoParser.NotClauseContext n, RegoParser.BracesContext b) {
    boolean alone = n.expr().size() == 1 && Flat.only(n.expr(0)) != null;
    RegoParser.ItemsContext items = b.items();
    if (alone && items == null) {
      throw SyntaxErrors.plain(places, b.getStop(), "found empty body");
    } else if (alone && items != null && CollectionBuilder.isBody(items, 0)) {
      if (Flat.hasBar(items)) {
        throw hints.ambiguous(b, items, "not ");
      }
      return exprs.body(Phrase.of(items, 0), true);
    }
    throw hints.negatedValue(n);
  }

  /** The braces that parentheses hold and nothing else, if only a body can be in them. */
  static Optional<RegoParser.BracesContext> bodyIn(RegoParser.ParenthesisContext p) {
    if (p.phrase().literal().size() == 1
        && Flat.only(Flat.only(p.phrase().literal(0))) instanceof RegoParser.BracedContext b) {
      RegoParser.ItemsContext items = b.braces().items();
      boolean statements =
          items != null
              && !items.SEMI().isEmpty()
              && !Flat.hasBar(items)
              && CollectionBuilder.isBody(items, 0);
      return statements ? Optional.of(b.braces()) : Optional.empty();
    }
    return Optional.empty();
  }

  /** Parentheses around an expression that is no value. */
  Expr group(RegoParser.ParenthesisContext p, Place place, List<With> outer) {
    bodyIn(p)
        .ifPresent(
            b -> {
              throw hints.parenthesized(p, b);
            });
    Phrase phrase = Phrase.of(p.phrase());
    RegoParser.LiteralContext l = phrase.last();
    checkGroup(l, place);
    Expr inner = exprs.expr(phrase);
    return outer.isEmpty() ? inner : withMore(inner, outer);
  }

  private void checkGroup(RegoParser.LiteralContext l, Place place) {
    RegoParser.ClauseContext c = Flat.first(l);
    Token token = null;
    if (!Flat.hasLogic(l)) {
      if (!l.withModifier().isEmpty() && place != Place.OPERAND) {
        token = l.withModifier(0).getStart();
      } else if (c.worded() == null && Flat.only(c) == null) {
        token = places.after(c.expr(0).getStop());
      } else if (c.worded() != null && !mayStart(c.worded(), place)) {
        throw SyntaxErrors.at(places, c, c.getStart(), "");
      }
    }
    if (token != null) {
      throw SyntaxErrors.at(places, l, token, Expectations.OPEN_PARENTHESIS);
    }
  }

  private boolean mayStart(RegoParser.WordedContext w, Place place) {
    boolean inNot = place == Place.NEGATED && places.tokens().notTakesBody();
    return w instanceof RegoParser.NotClauseContext && (inNot || places.tokens().hasLogic());
  }

  private static Expr withMore(Expr e, List<With> outer) {
    List<With> with = new ArrayList<>(e.with());
    with.addAll(outer);
    if (e instanceof Expr.Logic l) {
      return new Expr.Logic(l.span(), l.operator(), l.left(), l.right(), with);
    } else if (e instanceof Expr.Not n) {
      return new Expr.Not(n.span(), n.body(), n.classic(), with);
    }
    Expr.TermExpr t = (Expr.TermExpr) e;
    return new Expr.TermExpr(t.span(), t.term(), with);
  }
}
