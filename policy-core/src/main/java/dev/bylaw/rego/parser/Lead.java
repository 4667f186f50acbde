package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.With;
import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * What an expression starts with, where that differs from what the grammar read as its start.
 *
 * @param start the first thing that belongs to the expression
 * @param skip operands before it, which belong to the head of a comprehension
 * @param key stands before the first operand and a comma
 * @param finish makes the expression of its term
 */
record Lead(ParserRuleContext start, int skip, Optional<Term> key, Finish finish) {

  /** Makes an expression of its term. */
  interface Finish {
    Expr expr(Span span, Term term, List<With> with);
  }

  static Lead of(Phrase p) {
    RegoParser.LiteralContext l = p.first();
    if (p.skip() == 0) {
      return new Lead(l, 0, Optional.empty(), Expr.TermExpr::new);
    }
    RegoParser.ClauseContext c = Flat.first(l);
    List<RegoParser.OperandContext> operands = c.expr(0).operand();
    ParserRuleContext start = operands.size() > p.skip() ? operands.get(p.skip()) : c.worded();
    return new Lead(start, p.skip(), Optional.empty(), Expr.TermExpr::new);
  }

  static Lead of(RegoParser.ClauseContext c) {
    return new Lead(c, 0, Optional.empty(), Expr.TermExpr::new);
  }
}
