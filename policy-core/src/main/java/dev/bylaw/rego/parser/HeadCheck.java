package dev.bylaw.rego.parser;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a statement may not start with if it is to define something. */
final class HeadCheck {
  private HeadCheck() {}

  /** Why a statement defines nothing, in OPA's words; empty if it does. */
  static Optional<String> problem(RegoParser.DefinitionContext d) {
    RegoParser.LiteralContext l = d.phrase(0).literal(0);
    RegoParser.ClauseContext c = Flat.first(l);
    if (!d.SEMI().isEmpty()) {
      return Optional.of("multiple expressions cannot be used for rule head");
    } else if (Flat.hasLogic(l)) {
      return Optional.of("expression cannot be used for rule head");
    } else if (c.worded() != null) {
      return Optional.of(worded(c.worded()) + " cannot be used for rule head");
    } else if (!l.withModifier().isEmpty()) {
      return Optional.of("expressions using with keyword cannot be used for rule head");
    }
    RegoParser.ExprContext e = c.expr(0);
    boolean member = d.phrase(0).literal().size() > 1 && c.expr().size() == 1;
    if (!e.operator().isEmpty() || member) {
      return Optional.of("rule name conflicts with built-in function");
    }
    RegoParser.OperandContext o = e.operand(0);
    if (!(o.primary() instanceof RegoParser.VariableContext v) || o.NEGATIVE() != null) {
      return Optional.of(kind(o) + " cannot be used for rule name");
    } else if (v.getText().equals("contains") && isWord(o)) {
      return Optional.of("contains keyword cannot be used for rule name");
    }
    return reference(d, c, o);
  }

  /** A name that nothing but arguments follows. */
  private static boolean isWord(RegoParser.OperandContext o) {
    return o.suffix().isEmpty() || o.suffix(0) instanceof RegoParser.CallSuffixContext;
  }

  private static String worded(RegoParser.WordedContext w) {
    if (w instanceof RegoParser.NotClauseContext) {
      return "negated expressions";
    }
    return w instanceof RegoParser.SomeClauseContext ? "'some' declarations" : "expression";
  }

  private static String kind(RegoParser.OperandContext o) {
    if (o.NEGATIVE() != null) {
      return "number";
    }
    String literal = Literals.kind(o.primary());
    if (!literal.isEmpty()) {
      return literal;
    } else if (!o.suffix().isEmpty()) {
      return "ref";
    } else if (o.primary() instanceof RegoParser.ParenthesisContext p) {
      RegoParser.ExprContext inner = Flat.only(p.phrase().literal(0));
      return inner == null ? "expression" : kind(inner.operand(0));
    } else if (o.primary() instanceof RegoParser.VariableContext) {
      return "var";
    } else if (o.primary() instanceof RegoParser.BracketsContext) {
      return "array";
    } else if (o.primary() instanceof RegoParser.BracedContext b) {
      RegoParser.ItemsContext items = b.braces().items();
      return items == null || items.item(0).COLON() != null ? "object" : "set";
    }
    return "expression";
  }

  private static Optional<String> reference(
      RegoParser.DefinitionContext d, RegoParser.ClauseContext c, RegoParser.OperandContext o) {
    List<RegoParser.SuffixContext> suffixes = o.suffix();
    boolean bodiless = d.IF() == null && d.braces().isEmpty();
    boolean bare = bodiless && c.expr().size() == 1 && d.CONTAINS() == null && d.DEFAULT() == null;
    if (suffixes.isEmpty()) {
      return bare ? Optional.of("var cannot be used for rule name") : Optional.empty();
    }
    int last = suffixes.size() - 1;
    for (RegoParser.SuffixContext s : suffixes.subList(0, last)) {
      if (s instanceof RegoParser.CallSuffixContext) {
        return Optional.of("invalid rule head: " + o.getText());
      }
    }
    boolean noArgument =
        suffixes.get(last) instanceof RegoParser.CallSuffixContext call && call.expr().isEmpty();
    if (bare && noArgument) {
      return Optional.of("rule argument list must take at least one argument");
    }
    boolean equation =
        bare
            && suffixes.get(0) instanceof RegoParser.CallSuffixContext first
            && Set.of("eq", "assign").contains(o.primary().getText())
            && first.expr().size() != 2;
    return equation ? Optional.of("assignment requires two operands") : Optional.empty();
  }
}
