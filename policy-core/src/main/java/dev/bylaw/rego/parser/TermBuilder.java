package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds terms from what the parser read. */
final class TermBuilder {
  private final Places places;
  private final Literals literals;
  private final CollectionBuilder collections;

  TermBuilder(Places places, ExprBuilder exprs) {
    this.places = places;
    this.literals = new Literals(places, this, exprs);
    this.collections = new CollectionBuilder(places, this, exprs);
  }

  Term expr(RegoParser.ExprContext e) {
    return expr(e, 0, Optional.empty());
  }

  List<Term> exprs(List<RegoParser.ExprContext> list) {
    List<Term> terms = new ArrayList<>(list.size());
    for (RegoParser.ExprContext expr : list) {
      terms.add(expr(expr));
    }
    return terms;
  }

  /**
   * Orders operators by their strength.
   *
   * @param skip operands at the start to leave out
   * @param key makes the first {@code in} one with a key
   */
  Term expr(RegoParser.ExprContext e, int skip, Optional<Term> key) {
    Operators operators = new Operators(key);
    for (int i = skip; i < e.operand().size(); i++) {
      operators.operand(operand(e.operand(i)));
      if (i < e.operator().size()) {
        operators.operator(e.operator(i).getStart().getType());
      }
    }
    return operators.term();
  }

  /** The value that a phrase in brackets or parentheses is. */
  Term value(RegoParser.PhraseContext p, ParserRuleContext container) {
    Phrase phrase = Phrase.of(p);
    Term first = expr(plain(phrase.first(), container));
    if (phrase.literals().size() == 1) {
      return first;
    } else if (phrase.isMembership()) {
      return expr(plain(phrase.last(), container), 0, Optional.of(first));
    }
    throw closes(container, Phrase.comma(places, phrase.literals().get(1)));
  }

  /** The expression that a literal must be where only values may stand. */
  RegoParser.ExprContext plain(RegoParser.LiteralContext l, ParserRuleContext container) {
    RegoParser.ClauseContext c = Flat.first(l);
    if (c.worded() != null) {
      throw SyntaxErrors.at(places, l, c.worded().getStart(), "");
    }
    RegoParser.ExprContext e = Flat.only(l);
    if (e == null) {
      throw closes(container, places.after(c.expr(0).getStop()));
    }
    return e;
  }

  private SyntaxException closes(ParserRuleContext container, org.antlr.v4.runtime.Token token) {
    String expected = new Expectations(places).closing(container, token);
    return SyntaxErrors.at(places, container, token, expected);
  }

  Term operand(RegoParser.OperandContext o) {
    RegoParser.PrimaryContext p = o.primary();
    if (o.NEGATIVE() == null) {
      return suffixes(o, primary(p));
    } else if (p instanceof RegoParser.NumberLiteralContext n && o.suffix().isEmpty()) {
      return literals.number(places.span(o), "-" + n.NUMBER().getText(), o.getStart());
    } else if (p instanceof RegoParser.VariableContext) {
      Term zero = new Scalar(places.span(o.NEGATIVE().getSymbol()), RegoNumber.ZERO);
      return Operators.infix("minus", zero, suffixes(o, primary(p)));
    }
    throw SyntaxErrors.at(places, p, p.getStart(), "expected number");
  }

  private Term suffixes(RegoParser.OperandContext o, Term primary) {
    if (!o.suffix().isEmpty()) {
      checkHead(o);
    }
    Term head = primary;
    List<Term> path = new ArrayList<>();
    ParserRuleContext before = o.primary();
    for (RegoParser.SuffixContext s : o.suffix()) {
      if (s instanceof RegoParser.CallSuffixContext c) {
        if (before instanceof RegoParser.CallSuffixContext) {
          throw SyntaxErrors.at(places, c, c.getStart(), "");
        }
        head = call(o, path.isEmpty() ? head : ref(o, before, head, path), c);
        path.clear();
      } else {
        path.add(step(s));
      }
      before = s;
    }
    return path.isEmpty() ? head : ref(o, before, head, path);
  }

  private void checkHead(RegoParser.OperandContext o) {
    String kind = Literals.kind(o.primary());
    if (!kind.isEmpty()) {
      throw SyntaxErrors.plain(places, o.getStart(), "illegal ref (head cannot be " + kind + ")");
    }
  }

  /** One step of a reference. */
  private Term step(RegoParser.SuffixContext s) {
    if (s instanceof RegoParser.IndexSuffixContext i) {
      return value(i.phrase(), i);
    }
    RegoParser.NameSuffixContext n = (RegoParser.NameSuffixContext) s;
    Span name = places.span(n.name());
    if (places.span(n.DOT_ADJ().getSymbol()).end() != name.start()) {
      throw SyntaxErrors.plain(
          places, n.name().getStart(), "unexpected whitespace token: expected identifier");
    }
    return new Scalar(name, RegoString.of(n.name().getText()));
  }

  private Ref ref(RegoParser.OperandContext o, ParserRuleContext last, Term head, List<Term> path) {
    return new Ref(places.span(o.primary(), last), head, path);
  }

  private Term call(RegoParser.OperandContext o, Term operator, RegoParser.CallSuffixContext c) {
    if (!(operator instanceof Var) && !(operator instanceof Ref)) {
      throw SyntaxErrors.at(places, c, c.getStart(), "");
    }
    Span span = places.span(o.primary(), c);
    List<Term> args = exprs(c.expr());
    boolean emptySet = args.isEmpty() && operator instanceof Var v && v.name().equals("set");
    return emptySet ? new SetTerm(span, List.of()) : new Call(span, operator, args, false);
  }

  private Term primary(RegoParser.PrimaryContext p) {
    if (p instanceof RegoParser.VariableContext v) {
      return places.var(v.name());
    } else if (p instanceof RegoParser.ParenthesisContext e) {
      return value(e.phrase(), e);
    } else if (p instanceof RegoParser.BracketsContext b) {
      return collections.brackets(b);
    } else if (p instanceof RegoParser.BracedContext b) {
      return collections.braces(b.braces());
    }
    return literals.literal(p);
  }
}
