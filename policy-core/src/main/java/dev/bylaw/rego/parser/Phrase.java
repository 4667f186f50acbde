package dev.bylaw.rego.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Literals with commas between them, which make one expression of a body.
 *
 * @param literals never empty
 * @param skip how many operands at the start belong to something else: the head of a comprehension
 */
record Phrase(List<RegoParser.LiteralContext> literals, int skip) {
  static Phrase of(RegoParser.PhraseContext p) {
    return new Phrase(p.literal(), 0);
  }

  /** The items of a body: those with commas between them are one phrase. */
  static List<Phrase> of(RegoParser.ItemsContext items, int skip) {
    List<Phrase> out = new ArrayList<>();
    List<RegoParser.LiteralContext> open = new ArrayList<>();
    boolean joined = true;
    for (ParseTree child : items.children) {
      if (child instanceof TerminalNode sign) {
        joined = sign.getSymbol().getType() == RegoLexer.COMMA;
      } else if (child instanceof RegoParser.ItemContext item) {
        if (!joined && !open.isEmpty()) {
          out.add(new Phrase(List.copyOf(open), out.isEmpty() ? skip : 0));
          open.clear();
        }
        open.add(item.literal(item.literal().size() - 1));
        joined = false;
      }
    }
    out.add(new Phrase(List.copyOf(open), out.isEmpty() ? skip : 0));
    return out;
  }

  RegoParser.LiteralContext first() {
    return literals.get(0);
  }

  RegoParser.LiteralContext last() {
    return literals.get(literals.size() - 1);
  }

  /** The declaration that this starts with, behind what is skipped. */
  Optional<RegoParser.SomeClauseContext> some() {
    RegoParser.ClauseContext c = Flat.first(first());
    boolean plain = !c.expr().isEmpty() && c.expr(0).operand().size() > skip;
    return !plain && c.worded() instanceof RegoParser.SomeClauseContext s
        ? Optional.of(s)
        : Optional.empty();
  }

  /** {@code k, v in xs}. */
  boolean isMembership() {
    return literals.size() == 2 && Flat.startsWithIn(Flat.first(literals.get(1)));
  }

  /** Whether this is an expression rather than elements of a collection. */
  boolean isExpression() {
    return literals.size() == 1 || isMembership() || some().isPresent();
  }

  /** The comma before a literal. */
  static Token comma(Places places, RegoParser.LiteralContext l) {
    return places.before(l.getStart());
  }
}
