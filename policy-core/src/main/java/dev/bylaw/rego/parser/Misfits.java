package dev.bylaw.rego.parser;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Finds what the grammar let pass before it had to stop: the first thing in an unfinished container
 * that fits no container of that kind. That, and not the place where the parser stopped, is what is
 * wrong.
 */
final class Misfits {
  private final Places places;

  Misfits(Places places) {
    this.places = places;
  }

  /** A token and the container that it does not fit. */
  record Misfit(ParserRuleContext container, Token token) {}

  /** The outermost one around the place where the parser stopped, or in it. */
  Optional<Misfit> around(ParserRuleContext inner) {
    Optional<Misfit> outermost = Optional.empty();
    for (ParserRuleContext c = inner; c != null; c = c.getParent()) {
      Optional<Token> here = Optional.empty();
      if (c instanceof RegoParser.BracketsContext b && b.items() != null) {
        here = inCollection(b.items(), b);
      } else if (c instanceof RegoParser.BracesContext b && b.items() != null) {
        here = inBraces(b, b.items());
      }
      if (here.isPresent()) {
        outermost = Optional.of(new Misfit(c, here.get()));
      }
    }
    return outermost;
  }

  private Optional<Token> inBraces(RegoParser.BracesContext b, RegoParser.ItemsContext items) {
    if (new Expectations(places).isBody(b)) {
      List<Phrase> phrases = Phrase.of(items, 0);
      Phrase last = phrases.get(phrases.size() - 1);
      return last.isExpression()
          ? Optional.empty()
          : Optional.of(Phrase.comma(places, last.literals().get(1)));
    }
    boolean mayBeBody = places.tokens().hasLogic();
    return mayBeBody ? Optional.empty() : inCollection(items, b);
  }

  private Optional<Token> inCollection(RegoParser.ItemsContext items, ParserRuleContext container) {
    if (Flat.hasBar(items)) {
      return Optional.empty();
    }
    boolean keyed = container instanceof RegoParser.BracesContext && items.item(0).COLON() != null;
    boolean apart = true;
    for (ParseTree child : items.children) {
      if (child instanceof TerminalNode sign) {
        apart = true;
        if (sign.getSymbol().getType() == RegoLexer.SEMI) {
          return Optional.of(sign.getSymbol());
        }
      } else if (child instanceof RegoParser.ItemContext item) {
        if (!apart) {
          return Optional.of(item.getStart());
        }
        apart = false;
        Optional<Token> misfit = inItem(item, keyed);
        if (misfit.isPresent()) {
          return misfit;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Token> inItem(RegoParser.ItemContext item, boolean keyed) {
    if (item.COLON() != null && !keyed) {
      return Optional.of(item.COLON().getSymbol());
    }
    return item.literal().stream().map(Misfits::sign).flatMap(Optional::stream).findFirst();
  }

  /** What makes an expression of a body of a literal. */
  private static Optional<Token> sign(RegoParser.LiteralContext l) {
    RegoParser.ClauseContext c = Flat.first(l);
    TerminalNode sign = c.ASSIGN() != null ? c.ASSIGN() : c.EQ();
    if (sign != null) {
      return Optional.of(sign.getSymbol());
    }
    return l.withModifier().isEmpty()
        ? Optional.empty()
        : Optional.of(l.withModifier(0).getStart());
  }
}
