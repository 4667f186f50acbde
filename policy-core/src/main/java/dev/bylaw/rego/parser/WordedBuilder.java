package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Builds the expressions that start with {@code some}, {@code every} or {@code not}. */
final class WordedBuilder {
  private final Places places;
  private final ExprBuilder exprs;
  private final LogicBuilder logic;

  WordedBuilder(Places places, ExprBuilder exprs, LogicBuilder logic) {
    this.places = places;
    this.exprs = exprs;
    this.logic = logic;
  }

  /** {@code k, v in xs}. */
  private record Membership(Optional<Term> key, Term value, Term collection) {
    static Optional<Membership> of(Term term) {
      if (!(term instanceof Call c) || !(c.operator() instanceof Var v)) {
        return Optional.empty();
      }
      List<Term> args = c.args();
      return switch (v.name()) {
        case "internal.member_2" ->
            Optional.of(new Membership(Optional.empty(), args.get(0), args.get(1)));
        case "internal.member_3" ->
            Optional.of(new Membership(Optional.of(args.get(0)), args.get(1), args.get(2)));
        default -> Optional.empty();
      };
    }
  }

  Expr expr(RegoParser.WordedContext w, Span span, List<With> with) {
    if (w instanceof RegoParser.EveryClauseContext e) {
      return every(e, span, with);
    }
    return negation((RegoParser.NotClauseContext) w, span, with);
  }

  Expr some(Phrase p, RegoParser.SomeClauseContext s) {
    List<RegoParser.LiteralContext> rest = p.literals().subList(1, p.literals().size());
    Span span = places.span(s, p.last());
    for (RegoParser.LiteralContext l : p.literals()) {
      checkSome(l, l == p.last());
    }
    List<RegoParser.ExprContext> list = new ArrayList<>(List.of(s.expr()));
    rest.forEach(l -> list.add(Flat.first(l).expr(0)));
    int in = firstIn(list);
    if (in < 0) {
      return declaration(list, p, span);
    } else if (in > 1) {
      throw exprs.refused(p.last(), list.get(in).operator(0).getStart());
    } else if (in < list.size() - 1) {
      throw exprs.refused(p.last(), Phrase.comma(places, p.literals().get(in + 1)));
    }
    Optional<Term> key = in == 0 ? Optional.empty() : Optional.of(exprs.terms().expr(list.get(0)));
    Term term = exprs.terms().expr(list.get(in), 0, key);
    Membership m = Membership.of(term).orElseThrow(() -> expected(p, Expectations.SOME));
    return new Expr.SomeIn(span, m.key(), m.value(), m.collection(), exprs.with(p.last()));
  }

  private static int firstIn(List<RegoParser.ExprContext> list) {
    for (int i = 0; i < list.size(); i++) {
      if (Flat.has(list.get(i), RegoLexer.IN)) {
        return i;
      }
    }
    return -1;
  }

  /** Names with commas between them, and perhaps a membership at the end. */
  private void checkSome(RegoParser.LiteralContext l, boolean last) {
    RegoParser.ClauseContext c = Flat.first(l);
    boolean started = c.worded() instanceof RegoParser.SomeClauseContext;
    if (c.worded() != null && !started) {
      throw SyntaxErrors.at(places, c, c.worded().getStart(), "expected var");
    }
    ParserRuleContext read = started ? c.worded() : c.expr(0);
    Token next = places.after(read.getStop());
    boolean relation = !started && Flat.only(c) == null;
    if (relation || Flat.hasLogic(l) || (!last && !l.withModifier().isEmpty())) {
      throw exprs.refused(l, next);
    }
  }

  private Expr declaration(List<RegoParser.ExprContext> list, Phrase p, Span span) {
    List<Var> variables = new ArrayList<>();
    for (RegoParser.ExprContext e : list) {
      Term term = exprs.terms().expr(e);
      Optional<Membership> member = list.size() == 1 ? Membership.of(term) : Optional.empty();
      if (member.isPresent()) {
        Membership m = member.get();
        checkDomain(term, p.first());
        return new Expr.SomeIn(span, m.key(), m.value(), m.collection(), exprs.with(p.last()));
      } else if (term instanceof Var v) {
        variables.add(v);
      } else if (list.size() > 1 || Flat.only(e) != null) {
        boolean call = term instanceof Call;
        throw call ? expected(p, Expectations.SOME) : notAName(e);
      } else {
        throw expected(p, Expectations.SOME);
      }
    }
    return new Expr.SomeDeclaration(span, variables);
  }

  private SyntaxException notAName(RegoParser.ExprContext e) {
    return SyntaxErrors.at(places, e, e.getStart(), "expected var");
  }

  private SyntaxException expected(Phrase p, String expected) {
    return SyntaxErrors.at(places, p.first(), places.after(p.last().getStop()), expected);
  }

  /** A call of the function behind {@code in}, written as such. */
  private void checkDomain(Term term, RegoParser.LiteralContext l) {
    if (term instanceof Call c && !c.infix()) {
      throw SyntaxErrors.plain(places, l.getStart(), "illegal domain (must be composite)");
    }
  }

  private Expr every(RegoParser.EveryClauseContext e, Span span, List<With> with) {
    boolean keyed = e.expr().size() == 2;
    Optional<Term> first = keyed ? Optional.of(exprs.terms().expr(e.expr(0))) : Optional.empty();
    Term term = exprs.terms().expr(e.expr(keyed ? 1 : 0), 0, first);
    Token brace = e.braces().getStart();
    Optional<Membership> member = Membership.of(term);
    if (member.isEmpty() || (keyed && member.get().key().isEmpty())) {
      throw SyntaxErrors.at(places, e, brace, Expectations.EVERY);
    }
    Membership m = member.get();
    return new Expr.Every(
        span,
        m.key().map(k -> name(k, e, "key")),
        name(m.value(), e, "value"),
        m.collection(),
        exprs.body(e.braces()),
        with);
  }

  private Var name(Term term, RegoParser.EveryClauseContext e, String role) {
    if (term instanceof Var v && !v.name().equals("input") && !v.name().equals("data")) {
      return v;
    }
    throw SyntaxErrors.at(
        places, e, e.braces().getStart(), "expected " + role + " to be a variable");
  }

  private Expr negation(RegoParser.NotClauseContext n, Span span, List<With> with) {
    RegoParser.PrimaryContext first = n.expr(0).operand(0).primary();
    RegoParser.PrimaryContext only = n.expr().size() == 1 ? Flat.only(n.expr(0)) : null;
    boolean takesBody = places.tokens().notTakesBody();
    if (takesBody && first instanceof RegoParser.BracedContext b) {
      return new Expr.Not(span, logic.negated(n, b.braces()), false, with);
    } else if (only instanceof RegoParser.ParenthesisContext p && !isValue(p)) {
      Body body = single(logic.group(p, LogicBuilder.Place.NEGATED, List.of()));
      return new Expr.Not(span, body, !takesBody, with);
    }
    return not(
        exprs.relation(
            ExprBuilder.Relation.of(n), new Lead(n, 0, Optional.empty(), Expr.TermExpr::new)),
        span,
        with);
  }

  /** Parentheses that hold a body are refused with a hint, not read as a set. */
  private boolean isValue(RegoParser.ParenthesisContext p) {
    boolean body = places.tokens().notTakesBody() && LogicBuilder.bodyIn(p).isPresent();
    return Flat.isValue(p) && !body;
  }

  Expr not(Term term, Span span, List<With> with) {
    Expr operand = new Expr.TermExpr(term.span(), term, List.of());
    return new Expr.Not(span, single(operand), !places.tokens().notTakesBody(), with);
  }

  private static Body single(Expr expr) {
    return new Body(expr.span(), List.of(expr));
  }
}
