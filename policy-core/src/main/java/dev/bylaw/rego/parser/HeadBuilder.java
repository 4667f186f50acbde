package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/** Builds the heads of rules. */
final class HeadBuilder {
  private final Places places;
  private final ExprBuilder exprs;

  HeadBuilder(Places places, ExprBuilder exprs) {
    this.places = places;
    this.exprs = exprs;
  }

  private static RegoParser.OperandContext operand(RegoParser.DefinitionContext d) {
    return Flat.first(d.phrase(0).literal(0)).expr(0).operand(0);
  }

  RuleHead head(RegoParser.DefinitionContext d) {
    RegoParser.ClauseContext c = Flat.first(d.phrase(0).literal(0));
    Term whole = exprs.terms().operand(operand(d));
    Optional<List<Term>> args = Optional.empty();
    Term named = whole;
    if (whole instanceof Call call) {
      args = Optional.of(call.args());
      named = call.operator();
    }
    Ref reference = named instanceof Ref r ? r : new Ref(named.span(), named, List.of());
    Optional<Term> value = value(d, c);
    Optional<Term> key = Optional.ofNullable(d.expr()).map(exprs.terms()::expr);
    if (isOldSet(d) && args.isEmpty() && value.isEmpty() && reference.path().size() == 1) {
      key = Optional.of(reference.path().get(0));
      reference = new Ref(reference.span(), reference.head(), List.of());
    }
    return new RuleHead(span(d), reference, args, key, value, c.ASSIGN() != null);
  }

  /** Version 0 reads {@code p[x]} as a set, unless {@code if} stands behind it. */
  private boolean isOldSet(RegoParser.DefinitionContext d) {
    return !places.tokens().isV1() && d.IF() == null && d.CONTAINS() == null && d.DEFAULT() == null;
  }

  private Optional<Term> value(RegoParser.DefinitionContext d, RegoParser.ClauseContext c) {
    if (c.expr().size() == 1) {
      return Optional.empty();
    }
    Term value = exprs.terms().expr(c.expr(1));
    if (d.phrase(0).literal().size() == 1) {
      return Optional.of(value);
    }
    RegoParser.LiteralContext second = d.phrase(0).literal(1);
    return Optional.of(
        exprs.terms().expr(exprs.terms().plain(second, second), 0, Optional.of(value)));
  }

  /** From the name to what stands before the body. */
  private Span span(RegoParser.DefinitionContext d) {
    return d.expr() != null ? places.span(d.phrase(0), d.expr()) : places.span(d.phrase(0));
  }

  boolean hasVariables(RegoParser.DefinitionContext d) {
    RegoParser.OperandContext o = operand(d);
    for (RegoParser.SuffixContext s : o.suffix()) {
      if (s instanceof RegoParser.IndexSuffixContext i
          && !(exprs.terms().value(i.phrase(), i) instanceof Scalar)) {
        return true;
      }
    }
    return false;
  }

  /** Only the name of a set may stand before {@code contains}. */
  void checkContains(RegoParser.DefinitionContext d, RegoParser.ClauseContext c) {
    if (c.expr().size() != 1 || d.DEFAULT() != null) {
      throw SyntaxErrors.at(places, d, d.CONTAINS().getSymbol(), "");
    }
    RegoParser.OperandContext o = c.expr(0).operand(0);
    for (int i = 0; i < o.suffix().size(); i++) {
      if (o.suffix(i) instanceof RegoParser.CallSuffixContext) {
        String name = places.text(o.primary(), i == 0 ? o.primary() : o.suffix(i - 1));
        throw SyntaxErrors.at(
            places,
            d,
            d.CONTAINS().getSymbol(),
            "the contains keyword can only be used with multi-value rule definitions (e.g., "
                + name
                + " contains <VALUE> { ... })");
      }
    }
  }
}
