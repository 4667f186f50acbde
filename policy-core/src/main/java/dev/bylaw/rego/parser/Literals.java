package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds what stands for itself: words, numbers, strings, and strings with terms in them. */
final class Literals {
  private static final int MAX_EXPONENT = 30_102;

  private final Places places;
  private final TermBuilder terms;
  private final ExprBuilder exprs;

  Literals(Places places, TermBuilder terms, ExprBuilder exprs) {
    this.places = places;
    this.terms = terms;
    this.exprs = exprs;
  }

  /** What a literal is called in messages; empty for other terms. */
  static String kind(RegoParser.PrimaryContext p) {
    if (p instanceof RegoParser.WordLiteralContext w) {
      return w.NULL() == null ? "boolean" : "null";
    } else if (p instanceof RegoParser.NumberLiteralContext) {
      return "number";
    } else if (p instanceof RegoParser.StringLiteralContext
        || p instanceof RegoParser.RawLiteralContext) {
      return "string";
    }
    return p instanceof RegoParser.TemplateLiteralContext ? "templatestring" : "";
  }

  Term literal(RegoParser.PrimaryContext p) {
    Span span = places.span(p);
    if (p instanceof RegoParser.WordLiteralContext w) {
      return new Scalar(span, w.NULL() != null ? RegoNull.NULL : RegoBoolean.of(w.TRUE() != null));
    } else if (p instanceof RegoParser.NumberLiteralContext n) {
      return number(span, n.NUMBER().getText(), n.getStart());
    } else if (p instanceof RegoParser.TemplateLiteralContext t) {
      return template(t);
    }
    String text = p.getText();
    String inner = text.substring(1, text.length() - 1);
    return p instanceof RegoParser.StringLiteralContext
        ? new Scalar(span, RegoString.of(unescape(inner, p.getStart(), false)))
        : new Scalar(span, RegoString.of(inner));
  }

  /** Within the range of OPA's floats: their binary exponent has an end at 100,000. */
  Scalar number(Span span, String text, Token token) {
    try {
      BigDecimal value = new BigDecimal(text);
      long exponent = value.precision() - (long) value.scale() - 1;
      if (value.signum() != 0 && Math.abs(exponent) > MAX_EXPONENT) {
        throw SyntaxErrors.plain(places, token, "number too big");
      }
      return new Scalar(span, RegoNumber.parse(text));
    } catch (NumberFormatException e) {
      throw SyntaxErrors.plain(places, token, "unexpected number token: invalid float");
    }
  }

  /**
   * @param braces whether a brace may be escaped
   */
  private String unescape(String escaped, Token token, boolean braces) {
    StringBuilder out = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char e = escaped.charAt(++i);
      switch (e) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case '"', '\\', '/' -> out.append(e);
        case 'u' -> {
          out.append(unicode(escaped, i + 1, token));
          i += 4;
        }
        default -> {
          if (e != '{' || !braces) {
            throw SyntaxErrors.plain(places, token, "illegal escape sequence");
          }
          out.append(e);
        }
      }
    }
    return out.toString();
  }

  private char unicode(String escaped, int from, Token token) {
    String hex = from + 4 <= escaped.length() ? escaped.substring(from, from + 4) : "";
    if (hex.isEmpty()) {
      throw SyntaxErrors.plain(places, token, "non-terminated string");
    } else if (!hex.chars().allMatch(d -> d < 128 && Character.digit(d, 16) >= 0)) {
      throw SyntaxErrors.plain(places, token, "illegal escape sequence");
    }
    return (char) Integer.parseInt(hex, 16);
  }

  private Term template(RegoParser.TemplateLiteralContext t) {
    if (!places.tokens().hasTemplates()) {
      throw SyntaxErrors.plain(
          places, t.getStart(), "template strings are not supported by current capabilities");
    }
    List<Term> parts = new ArrayList<>();
    for (ParseTree child : t.children) {
      if (child instanceof RegoParser.PhraseContext p) {
        checkTemplate(p);
        parts.add(part(p, t));
      } else if (child instanceof TerminalNode n) {
        text(n.getSymbol(), parts);
      }
    }
    return new TemplateString(places.span(t), parts, t.RAW_TEMPLATE() != null);
  }

  /** With a modifier: the only element of a comprehension. */
  private Term part(RegoParser.PhraseContext p, RegoParser.TemplateLiteralContext t) {
    RegoParser.LiteralContext l = p.literal(0);
    RegoParser.ExprContext e = Flat.only(Flat.first(l));
    if (l.withModifier().isEmpty() || Flat.hasLogic(l) || p.literal().size() > 1 || e == null) {
      return terms.value(p, t);
    }
    Span span = places.span(l);
    Var value = new Var(span, "__value");
    Term equation = Operators.infix("eq", value, terms.expr(e));
    Expr only = new Expr.TermExpr(span, equation, exprs.with(l));
    Term all = new Comprehension.OfArray(span, value, new Body(span, List.of(only)));
    return new Ref(span, all, List.of(new Scalar(span, RegoNumber.ZERO)));
  }

  private void text(Token token, List<Term> parts) {
    Span span = places.span(token);
    if (token.getType() == RegoLexer.TEMPLATE_TEXT) {
      parts.add(new Scalar(span, RegoString.of(unescape(token.getText(), token, true))));
    } else if (token.getType() == RegoLexer.RAW_TEMPLATE_TEXT) {
      parts.add(new Scalar(span, RegoString.of(token.getText().replace("\\{", "{"))));
    }
  }

  private void checkTemplate(RegoParser.PhraseContext p) {
    RegoParser.ClauseContext c = Flat.first(p.literal(0));
    String found = "";
    if (c.worded() instanceof RegoParser.NotClauseContext) {
      found = "negation ('not')";
    } else if (c.ASSIGN() != null) {
      found = "assignment (':=')";
    }
    if (!found.isEmpty()) {
      throw SyntaxErrors.plain(
          places, p.getStart(), "unexpected " + found + " in template-string expression");
    }
  }
}
