package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Tells apart what brackets and braces may hold as terms, and builds it. */
final class CollectionBuilder {
  private final Places places;
  private final TermBuilder terms;
  private final ExprBuilder exprs;

  CollectionBuilder(Places places, TermBuilder terms, ExprBuilder exprs) {
    this.places = places;
    this.terms = terms;
    this.exprs = exprs;
  }

  Term brackets(RegoParser.BracketsContext b) {
    Span span = places.span(b);
    RegoParser.ItemsContext items = b.items();
    if (items == null) {
      return new ArrayTerm(span, List.of());
    } else if (isComprehension(items) && items.item(0).COLON() == null) {
      return new Comprehension.OfArray(span, head(items, 0), body(items));
    }
    return new ArrayTerm(span, elements(items, b));
  }

  Term braces(RegoParser.BracesContext b) {
    Span span = places.span(b);
    RegoParser.ItemsContext items = b.items();
    if (items == null) {
      return new ObjectTerm(span, List.of());
    }
    boolean keyed = items.item(0).COLON() != null;
    if (keyed && Flat.hasBar(items, items.item(0).literal(0))) {
      throw SyntaxErrors.at(places, b, items.item(0).COLON().getSymbol(), "expected \\n or ; or }");
    }
    if (isComprehension(items)) {
      if (!keyed) {
        return new Comprehension.OfSet(span, head(items, 0), body(items));
      }
      Term key = terms.expr(terms.plain(items.item(0).literal(0), b));
      return new Comprehension.OfObject(span, key, head(items, 1), body(items));
    }
    return keyed ? object(items, b) : new SetTerm(span, elements(items, b));
  }

  /** One operand, a bar, and what can be read as a body: that reading comes first. */
  private boolean isComprehension(RegoParser.ItemsContext items) {
    return Flat.hasBar(items) && isBody(items, 1);
  }

  /**
   * Whether the items can be read as a body.
   *
   * @param skip operands at the start that belong to the head of a comprehension; if there are any,
   *     the head may also have a key
   */
  static boolean isBody(RegoParser.ItemsContext items, int skip) {
    List<RegoParser.ItemContext> all = items.item();
    return items.LAST_COMMA() == null
        && items.getStart().getType() != RegoLexer.COMMA
        && all.subList(Math.min(1, skip), all.size()).stream().allMatch(i -> i.COLON() == null)
        && Phrase.of(items, skip).stream().allMatch(Phrase::isExpression);
  }

  private Term head(RegoParser.ItemsContext items, int literal) {
    return terms.operand(Flat.first(items.item(0).literal(literal)).expr(0).operand(0));
  }

  private Body body(RegoParser.ItemsContext items) {
    return exprs.body(Phrase.of(items, 1), false);
  }

  private List<Term> elements(RegoParser.ItemsContext items, ParserRuleContext container) {
    checkCommas(items, container);
    List<Term> out = new ArrayList<>();
    for (RegoParser.ItemContext item : items.item()) {
      RegoParser.ExprContext e = terms.plain(item.literal(0), container);
      if (item.COLON() != null) {
        throw expected(container, item.COLON().getSymbol());
      }
      out.add(terms.expr(e));
    }
    return out;
  }

  private ObjectTerm object(RegoParser.ItemsContext items, RegoParser.BracesContext container) {
    checkCommas(items, container);
    List<ObjectTerm.Entry> entries = new ArrayList<>();
    for (RegoParser.ItemContext item : items.item()) {
      Term key = terms.expr(terms.plain(item.literal(0), container));
      if (item.COLON() == null) {
        throw expected(container, places.after(item.getStop()));
      }
      entries.add(new ObjectTerm.Entry(key, terms.expr(terms.plain(item.literal(1), container))));
    }
    return new ObjectTerm(places.span(container), entries);
  }

  /** Items of a collection stand apart by commas, those of a body by semicolons or lines. */
  private void checkCommas(RegoParser.ItemsContext items, ParserRuleContext container) {
    boolean comma = true;
    for (ParseTree child : items.children) {
      if (child instanceof TerminalNode sign) {
        comma = sign.getSymbol().getType() != RegoLexer.SEMI;
        if (!comma) {
          throw expected(container, sign.getSymbol());
        }
      } else if (child instanceof RegoParser.ItemContext item) {
        if (!comma) {
          throw expected(container, item.getStart());
        }
        terms.plain(item.literal(0), container);
        comma = false;
      }
    }
  }

  private SyntaxException expected(ParserRuleContext container, Token token) {
    return SyntaxErrors.at(
        places, container, token, new Expectations(places).closing(container, token));
  }
}
