package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.With;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Builds the expressions of bodies. */
final class ExprBuilder {
  private final Places places;
  private final TermBuilder terms;
  private final LogicBuilder logic;
  private final WordedBuilder worded;

  ExprBuilder(Places places) {
    this.places = places;
    this.terms = new TermBuilder(places, this);
    this.logic = new LogicBuilder(places, this);
    this.worded = new WordedBuilder(places, this, logic);
  }

  TermBuilder terms() {
    return terms;
  }

  Body body(List<Phrase> phrases, boolean explicit) {
    List<Expr> exprs = new ArrayList<>();
    phrases.forEach(p -> exprs.add(expr(p)));
    Span span = exprs.get(0).span().to(exprs.get(exprs.size() - 1).span());
    return new Body(span, exprs, explicit);
  }

  /** The body that braces must hold. */
  Body body(RegoParser.BracesContext b) {
    RegoParser.ItemsContext items = b.items();
    if (items == null) {
      throw SyntaxErrors.plain(places, b.getStop(), "found empty body");
    }
    if (items.getStart().getType() == RegoLexer.COMMA) {
      throw SyntaxErrors.at(places, items, items.getStart(), "");
    }
    for (RegoParser.ItemContext i : items.item()) {
      if (i.COLON() != null) {
        throw refused(i, i.COLON().getSymbol());
      }
    }
    if (items.LAST_COMMA() != null) {
      throw refused(items, items.LAST_COMMA().getSymbol());
    }
    return body(Phrase.of(items, 0), false);
  }

  /** A token that the innermost container has no place for. */
  SyntaxException refused(ParserRuleContext inner, Token token) {
    for (ParserRuleContext c = inner; c != null; c = c.getParent()) {
      if (Expectations.isContainer(c)) {
        String expected = new Expectations(places).closing(c, token);
        return SyntaxErrors.at(places, c, token, expected);
      }
    }
    return SyntaxErrors.at(places, inner, token, "");
  }

  Expr expr(Phrase p) {
    if (p.some().isPresent()) {
      return worded.some(p, p.some().get());
    } else if (p.literals().size() == 1) {
      return literal(p.first(), Lead.of(p));
    } else if (p.isMembership()) {
      return literal(p.last(), keyed(p));
    }
    boolean pair = new Phrase(p.literals().subList(0, 2), p.skip()).isMembership();
    throw refused(p.first(), Phrase.comma(places, p.literals().get(pair ? 2 : 1)));
  }

  /** {@code k, v in xs}, with {@code not} or an assignment before it. */
  private Lead keyed(Phrase p) {
    RegoParser.LiteralContext l = p.first();
    RegoParser.ClauseContext c = Flat.first(l);
    boolean simple = !Flat.hasLogic(l) && l.withModifier().isEmpty() && c.BAR() == null;
    if (!simple || c.worded() instanceof RegoParser.EveryClauseContext) {
      throw refused(l, Phrase.comma(places, p.last()));
    }
    Lead first = Lead.of(p);
    Relation relation = Relation.of(c);
    boolean alone = relation.exprs().size() == 1;
    Term left = terms.expr(relation.exprs().get(0), p.skip(), Optional.empty());
    Term key = alone ? left : terms.expr(relation.exprs().get(1));
    return new Lead(
        first.start(),
        0,
        Optional.of(key),
        (span, term, with) -> {
          Term whole = alone ? term : Operators.infix(relation.operator(), left, term);
          return c.worded() == null
              ? new Expr.TermExpr(span, whole, with)
              : worded.not(whole, span, with);
        });
  }

  private Expr literal(RegoParser.LiteralContext l, Lead lead) {
    List<With> with = with(l);
    return Flat.hasLogic(l)
        ? logic.logic(l, lead, with)
        : clause(Flat.first(l), lead, places.span(lead.start(), l), with);
  }

  /** An expression that is not made of others by {@code and} or {@code or}. */
  Expr clause(RegoParser.ClauseContext c, Lead lead, Span span, List<With> with) {
    if (c.worded() != null) {
      boolean led = c.expr().isEmpty() || c.expr(0).operand().size() == lead.skip();
      if (!led) {
        throw SyntaxErrors.at(places, c, c.worded().getStart(), "");
      }
      return worded.expr(c.worded(), span, with);
    } else if (lead.key().isEmpty()
        && Flat.only(c, lead.skip()) instanceof RegoParser.ParenthesisContext p
        && !Flat.isValue(p)) {
      return logic.group(p, LogicBuilder.Place.STATEMENT, with);
    }
    return lead.finish().expr(span, relation(Relation.of(c), lead), with);
  }

  /** One expression, or two with a sign between them. */
  Term relation(Relation r, Lead lead) {
    Term left = terms.expr(r.exprs().get(0), lead.skip(), lead.key());
    return r.exprs().size() == 1
        ? left
        : Operators.infix(r.operator(), left, terms.expr(r.exprs().get(1)));
  }

  List<With> with(RegoParser.LiteralContext l) {
    List<With> modifiers = new ArrayList<>();
    for (RegoParser.WithModifierContext w : l.withModifier()) {
      modifiers.add(with(w));
    }
    return modifiers;
  }

  private With with(RegoParser.WithModifierContext w) {
    RegoParser.OperandContext o = w.operand();
    if (!(o.primary() instanceof RegoParser.VariableContext) || o.NEGATIVE() != null) {
      throw SyntaxErrors.at(places, w, o.getStart(), "expected ident");
    }
    Term target = terms.operand(o);
    if (target instanceof Call) {
      throw SyntaxErrors.at(places, w, w.AS().getSymbol(), "expected with target path");
    }
    Ref ref = target instanceof Ref r ? r : new Ref(target.span(), target, List.of());
    return new With(places.span(w), ref, terms.expr(w.expr()));
  }

  /** {@code a}, {@code a := b} or {@code a = b}. */
  record Relation(List<RegoParser.ExprContext> exprs, String operator) {
    static Relation of(RegoParser.ClauseContext c) {
      return c.worded() instanceof RegoParser.NotClauseContext n
          ? of(n)
          : new Relation(c.expr(), c.ASSIGN() != null ? "assign" : "eq");
    }

    static Relation of(RegoParser.NotClauseContext n) {
      return new Relation(n.expr(), n.ASSIGN() != null ? "assign" : "eq");
    }
  }
}
