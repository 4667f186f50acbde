package dev.bylaw.rego.parser;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Questions to what the parser read, complete or not. */
final class Flat {
  private Flat() {}

  /** Whether an operator occurs outside of all brackets. */
  static boolean has(RegoParser.ExprContext e, int operator) {
    for (RegoParser.OperatorContext o : e.operator()) {
      if (o.getStart().getType() == operator) {
        return true;
      }
    }
    return false;
  }

  static boolean hasLogic(RegoParser.PhraseContext p) {
    return p.literal().stream().anyMatch(Flat::hasLogic);
  }

  static boolean hasLogic(RegoParser.LiteralContext l) {
    RegoParser.DisjunctionContext d = l.disjunction();
    return d.conjunction().size() > 1 || d.conjunction(0).clause().size() > 1;
  }

  /** The literal that was read last. */
  static Optional<RegoParser.LiteralContext> last(ParserRuleContext c) {
    ParseTree at = c;
    while (at.getChildCount() > 0 && !(at instanceof RegoParser.LiteralContext)) {
      at = at.getChild(at.getChildCount() - 1);
    }
    return at instanceof RegoParser.LiteralContext l ? Optional.of(l) : Optional.empty();
  }

  /** The clause that a literal starts with. */
  static RegoParser.ClauseContext first(RegoParser.LiteralContext l) {
    return l.disjunction().conjunction(0).clause(0);
  }

  static boolean startsWithIn(RegoParser.ClauseContext c) {
    return !c.expr().isEmpty() && has(c.expr(0), RegoLexer.IN);
  }

  /** The one expression that a clause is; null if it is more, or something else. */
  static RegoParser.@Nullable ExprContext only(RegoParser.ClauseContext c) {
    return c.expr().size() == 1 && c.BAR() == null ? c.expr(0) : null;
  }

  /** The one expression that a literal is; null if it is more, or something else. */
  static RegoParser.@Nullable ExprContext only(RegoParser.LiteralContext l) {
    return hasLogic(l) || !l.withModifier().isEmpty() ? null : only(first(l));
  }

  /** The one operand, without signs before or behind it, that an expression is; or null. */
  static RegoParser.@Nullable PrimaryContext only(RegoParser.@Nullable ExprContext e) {
    if (e == null || e.operand().size() != 1) {
      return null;
    }
    RegoParser.OperandContext o = e.operand(0);
    return o.NEGATIVE() == null && o.suffix().isEmpty() ? o.primary() : null;
  }

  /**
   * The one operand, without signs before or behind it, that a clause is.
   *
   * @param skip operands at the start to leave out
   */
  static RegoParser.@Nullable PrimaryContext only(RegoParser.ClauseContext c, int skip) {
    RegoParser.ExprContext e = only(c);
    if (e == null || e.operand().size() != skip + 1) {
      return null;
    }
    RegoParser.OperandContext o = e.operand(skip);
    return o.NEGATIVE() == null && o.suffix().isEmpty() ? o.primary() : null;
  }

  /** Whether parentheses hold a value: no {@code not}, {@code and}, {@code or}, {@code with}. */
  static boolean isValue(RegoParser.ParenthesisContext p) {
    for (RegoParser.LiteralContext l : p.phrase().literal()) {
      RegoParser.ExprContext e = only(l);
      if (e == null || (only(e) instanceof RegoParser.ParenthesisContext q && !isValue(q))) {
        return false;
      }
    }
    return true;
  }

  /** Whether items start like a comprehension: one operand and a bar. */
  static boolean hasBar(RegoParser.ItemsContext items) {
    RegoParser.ItemContext first = items.item(0);
    List<RegoParser.LiteralContext> parts = first == null ? List.of() : first.literal();
    return !parts.isEmpty() && hasBar(items, parts.get(parts.size() - 1));
  }

  /** Whether a part of the first item is one operand and a bar. */
  static boolean hasBar(RegoParser.ItemsContext items, RegoParser.LiteralContext l) {
    RegoParser.ClauseContext c = first(l);
    if (c.expr().isEmpty() || items.getStart().getType() == RegoLexer.COMMA) {
      return false;
    }
    RegoParser.ExprContext e = c.expr(0);
    return e.operator().isEmpty()
        ? c.BAR() != null
        : e.operator(0).getStart().getType() == RegoLexer.PIPE;
  }

  /** How many items start before a token. */
  static int index(RegoParser.ItemsContext items, Token token) {
    return (int)
        items.item().stream()
            .filter(i -> i.getStart().getTokenIndex() < token.getTokenIndex())
            .count();
  }
}
