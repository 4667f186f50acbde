package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Annotations;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Builds rules: a definition is one rule per body. */
final class RuleBuilder {
  private final Places places;
  private final ExprBuilder exprs;
  private final HeadBuilder heads;
  private final DefaultCheck defaults;

  RuleBuilder(Places places, ExprBuilder exprs) {
    this.places = places;
    this.exprs = exprs;
    this.heads = new HeadBuilder(places, exprs);
    this.defaults = new DefaultCheck(places);
  }

  /** Refuses what no statement may look like. */
  void check(RegoParser.DefinitionContext d) {
    RegoParser.LiteralContext l = d.phrase(0).literal(0);
    RegoParser.ClauseContext c = Flat.first(l);
    boolean bodies = d.IF() != null || !d.braces().isEmpty();
    boolean rule = bodies || d.CONTAINS() != null || d.DEFAULT() != null;
    if (d.phrase(0).literal().size() > 1 && !Phrase.of(d.phrase(0)).isExpression()) {
      throw refused(l, Phrase.comma(places, d.phrase(0).literal(1)));
    } else if (rule && !d.SEMI().isEmpty()) {
      throw refused(d, d.SEMI(0).getSymbol());
    } else if (d.DEFAULT() != null) {
      defaults.checkForm(d);
    }
    if (HeadCheck.problem(d).isPresent()) {
      d.phrase().forEach(p -> exprs.expr(Phrase.of(p)));
      if (d.IF() != null) {
        throw refused(d, d.IF().getSymbol());
      }
    } else if (d.CONTAINS() != null) {
      heads.checkContains(d, c);
    }
    checkElse(d, bodies);
  }

  private SyntaxException refused(org.antlr.v4.runtime.ParserRuleContext c, Token token) {
    return SyntaxErrors.at(places, c, token, "");
  }

  private void checkElse(RegoParser.DefinitionContext d, boolean bodies) {
    List<RegoParser.ElseBranchContext> branches = d.elseBranch();
    if (branches.isEmpty()) {
      return;
    }
    boolean open = bodies && d.braces().size() + (d.IF() == null ? 0 : 1) == 1;
    if (open) {
      checkElse(d, branches);
    }
    for (RegoParser.ElseBranchContext e : branches) {
      if (!open) {
        throw refused(d, e.getStart());
      }
      open = e.phrase() != null || e.braces() != null;
      if (!open && e.expr() == null) {
        throw SyntaxErrors.at(
            places, d, places.after(e.getStop()), "expected else value term or rule body");
      }
    }
  }

  /** Whether the rule may have branches, and so many. */
  private void checkElse(
      RegoParser.DefinitionContext d, List<RegoParser.ElseBranchContext> branches) {
    Token first = branches.get(0).getStart();
    if (d.CONTAINS() != null) {
      throw SyntaxErrors.plain(places, first, "else keyword cannot be used on multi-value rules");
    } else if (heads.hasVariables(d)) {
      throw SyntaxErrors.plain(
          places, first, "else keyword cannot be used on rules with variables in head");
    } else if (branches.size() > NestingCheck.MAX_DEPTH) {
      throw SyntaxErrors.plain(
          places,
          branches.get(NestingCheck.MAX_DEPTH).getStart(),
          "a rule has more than " + NestingCheck.MAX_DEPTH + " else branches");
    }
  }

  List<Rule> rules(RegoParser.DefinitionContext d, List<Annotations> annotations) {
    Span span = places.span(d);
    RuleHead head = heads.head(d);
    boolean isDefault = d.DEFAULT() != null;
    if (isDefault) {
      defaults.checkHead(d, head);
    }
    List<Body> bodies = new ArrayList<>();
    if (d.IF() != null) {
      bodies.add(ifBody(d.phrase(1)));
    }
    d.braces().forEach(b -> bodies.add(exprs.body(b)));
    if (bodies.isEmpty()) {
      bodies.add(truth(isDefault ? places.span(d.DEFAULT().getSymbol()) : unwritten(head)));
    }
    Optional<Rule> otherwise = otherwise(d.elseBranch(), head);
    List<Rule> out = new ArrayList<>();
    for (Body body : bodies) {
      out.add(new Rule(span, isDefault, head, body, otherwise, annotations));
    }
    return out;
  }

  /** OPA's place of the body of a rule without one: what the rule yields, or else its name. */
  private static Span unwritten(RuleHead head) {
    return head.value().map(Term::span).orElse(head.reference().span());
  }

  private static Body truth(Span span) {
    Term value = new Scalar(span, RegoBoolean.TRUE);
    return new Body(span, List.of(new Expr.TermExpr(span, value, List.of())));
  }

  /** Braces behind {@code if} are a body, unless they can only be an object or a comprehension. */
  private Body ifBody(RegoParser.PhraseContext p) {
    if (p.literal().size() == 1
        && Flat.only(Flat.only(p.literal(0))) instanceof RegoParser.BracedContext b) {
      RegoParser.ItemsContext items = b.braces().items();
      boolean term = items == null || items.item(0).COLON() != null || Flat.hasBar(items);
      if (!term || places.tokens().hasLogic()) {
        return exprs.body(b.braces());
      }
    }
    Expr only = exprs.expr(Phrase.of(p));
    return new Body(only.span(), List.of(only));
  }

  /** Braces behind the {@code if} of an {@code else} are a body whatever they hold. */
  private Body elseBody(RegoParser.PhraseContext p) {
    return p.literal().size() == 1
            && Flat.only(Flat.only(p.literal(0))) instanceof RegoParser.BracedContext b
        ? exprs.body(b.braces())
        : ifBody(p);
  }

  private Optional<Rule> otherwise(List<RegoParser.ElseBranchContext> branches, RuleHead outer) {
    List<Rule> built = new ArrayList<>();
    for (RegoParser.ElseBranchContext e : branches) {
      built.add(otherwise(e, outer));
    }
    Optional<Rule> next = Optional.empty();
    for (int i = built.size() - 1; i >= 0; i--) {
      Rule r = built.get(i);
      next = Optional.of(new Rule(r.span(), false, r.head(), r.body(), next, List.of()));
    }
    return next;
  }

  private Rule otherwise(RegoParser.ElseBranchContext e, RuleHead outer) {
    Span span = places.span(e);
    Optional<Term> value = Optional.ofNullable(e.expr()).map(exprs.terms()::expr);
    RuleHead head =
        new RuleHead(
            span, outer.reference(), outer.args(), Optional.empty(), value, e.ASSIGN() != null);
    Body body = truth(span);
    if (e.phrase() != null) {
      body = elseBody(e.phrase());
    } else if (e.braces() != null) {
      body = exprs.body(e.braces());
    }
    return new Rule(span, false, head, body, Optional.empty(), List.of());
  }
}
