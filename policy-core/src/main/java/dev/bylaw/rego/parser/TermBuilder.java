package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds terms from what the parser read. */
final class TermBuilder {
  private final SourceFile source;
  private final List<Diagnostic> diagnostics;
  private final ExprBuilder exprs;
  private int wildcards;

  TermBuilder(SourceFile source, boolean notTakesBody, List<Diagnostic> diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.exprs = new ExprBuilder(this, notTakesBody);
  }

  Body body(RegoParser.BodyContext body) {
    return exprs.body(body);
  }

  ExprBuilder exprs() {
    return exprs;
  }

  Span span(ParserRuleContext context) {
    Token stop = context.getStop();
    int start = context.getStart().getStartIndex();
    return source.span(start, stop == null ? start : Math.max(start, stop.getStopIndex() + 1));
  }

  Span span(Token token) {
    return source.span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  void problem(Span span, String message) {
    diagnostics.add(Diagnostic.error(RegoSyntax.CODE, span, message));
  }

  Var var(RegoParser.NameContext name) {
    String text = name.getText();
    return new Var(span(name), text.equals("_") ? "$" + wildcards++ : text);
  }

  Call infix(Span span, String operator, Term left, Term right) {
    return new Call(span, new Var(span, operator), List.of(left, right), true);
  }

  Term expr(RegoParser.ExprContext e) {
    Term term = relation(e.relation(0));
    for (int i = 1; i < e.relation().size(); i++) {
      Term right = relation(e.relation(i));
      term = infix(term.span().to(right.span()), "internal.member_2", term, right);
    }
    return term;
  }

  private static String operator(Token token) {
    return switch (token.getType()) {
      case RegoLexer.EQUAL -> "equal";
      case RegoLexer.NEQ -> "neq";
      case RegoLexer.LT -> "lt";
      case RegoLexer.LTE -> "lte";
      case RegoLexer.GT -> "gt";
      case RegoLexer.GTE -> "gte";
      case RegoLexer.PLUS -> "plus";
      case RegoLexer.MINUS -> "minus";
      case RegoLexer.MUL -> "mul";
      case RegoLexer.DIV -> "div";
      case RegoLexer.REM -> "rem";
      default -> throw new IllegalStateException(token.getText());
    };
  }

  private Term chain(List<Term> operands, List<Token> operators) {
    Term term = operands.get(0);
    for (int i = 1; i < operands.size(); i++) {
      Term right = operands.get(i);
      term = infix(term.span().to(right.span()), operator(operators.get(i - 1)), term, right);
    }
    return term;
  }

  private Term chain(List<Term> operands, String operator) {
    Term term = operands.get(0);
    for (Term right : operands.subList(1, operands.size())) {
      term = infix(term.span().to(right.span()), operator, term, right);
    }
    return term;
  }

  Term relation(RegoParser.RelationContext r) {
    return chain(r.union().stream().map(this::union).toList(), r.operator);
  }

  private Term union(RegoParser.UnionContext u) {
    return chain(u.intersection().stream().map(this::intersection).toList(), "or");
  }

  private Term intersection(RegoParser.IntersectionContext i) {
    return chain(i.sum().stream().map(this::sum).toList(), "and");
  }

  private Term sum(RegoParser.SumContext s) {
    return chain(s.product().stream().map(this::product).toList(), s.operator);
  }

  private Term product(RegoParser.ProductContext p) {
    return chain(p.postfix().stream().map(this::postfix).toList(), p.operator);
  }

  private Term head(RegoParser.HeadExprContext e) {
    Term term = headRelation(e.headRelation(0));
    for (int i = 1; i < e.headRelation().size(); i++) {
      Term right = headRelation(e.headRelation(i));
      term = infix(term.span().to(right.span()), "internal.member_2", term, right);
    }
    return term;
  }

  private Term headRelation(RegoParser.HeadRelationContext r) {
    return chain(r.intersection().stream().map(this::intersection).toList(), r.operator);
  }

  List<Term> exprs(List<RegoParser.ExprContext> list) {
    return list.stream().map(this::expr).toList();
  }

  /** A reference of names and operands, as in heads and imports. */
  Ref reference(RegoParser.ReferenceContext r) {
    Var head = var(r.name(0));
    List<Term> path = new ArrayList<>();
    for (ParseTree child : r.children.subList(1, r.children.size())) {
      if (child instanceof RegoParser.NameContext n) {
        path.add(new Scalar(span(n), RegoString.of(n.getText())));
      } else if (child instanceof RegoParser.ExprContext e) {
        path.add(expr(e));
      }
    }
    return new Ref(span(r), head, path);
  }

  private Term postfix(RegoParser.PostfixContext p) {
    Term head = primary(p.primary());
    List<Term> path = new ArrayList<>();
    for (RegoParser.SuffixContext s : p.suffix()) {
      if (s instanceof RegoParser.NameSuffixContext n) {
        path.add(new Scalar(span(n.name()), RegoString.of(n.name().getText())));
      } else if (s instanceof RegoParser.IndexSuffixContext i) {
        path.add(expr(i.expr()));
      } else {
        RegoParser.CallSuffixContext c = (RegoParser.CallSuffixContext) s;
        Span span = source.span(p.getStart().getStartIndex(), span(c).end());
        Term operator = path.isEmpty() ? head : ref(p, head, path);
        if (!(operator instanceof Var) && !(operator instanceof Ref)) {
          problem(operator.span(), "a call needs the name of a function");
          operator = new Var(operator.span(), "$" + wildcards++);
        }
        List<Term> args = exprs(c.expr());
        head =
            args.isEmpty() && operator instanceof Var v && v.name().equals("set")
                ? new SetTerm(span, List.of())
                : new Call(span, operator, args, false);
        path = new ArrayList<>();
      }
    }
    return path.isEmpty() ? head : ref(p, head, path);
  }

  private Ref ref(RegoParser.PostfixContext p, Term head, List<Term> path) {
    int end = path.get(path.size() - 1).span().end();
    boolean bracket = end < source.text().length() && source.text().charAt(end) == ']';
    return new Ref(source.span(p.getStart().getStartIndex(), bracket ? end + 1 : end), head, path);
  }

  private Term primary(RegoParser.PrimaryContext p) {
    Span span = span(p);
    if (p instanceof RegoParser.WordLiteralContext w) {
      return new Scalar(
          span,
          w.NULL() != null
              ? RegoNull.NULL
              : w.TRUE() != null ? RegoBoolean.TRUE : RegoBoolean.FALSE);
    } else if (p instanceof RegoParser.NumberLiteralContext n) {
      return number(span, (n.MINUS() == null ? "" : "-") + n.NUMBER().getText());
    } else if (p instanceof RegoParser.StringLiteralContext s) {
      String text = s.getText();
      return string(span, text.substring(1, text.length() - 1));
    } else if (p instanceof RegoParser.RawLiteralContext r) {
      String text = r.getText();
      return new Scalar(span, RegoString.of(text.substring(1, text.length() - 1)));
    } else if (p instanceof RegoParser.TemplateLiteralContext t) {
      return template(t);
    } else if (p instanceof RegoParser.VariableContext v) {
      return var(v.name());
    } else if (p instanceof RegoParser.MemberLiteralContext m) {
      return member(m.relation().stream().map(this::relation).toList());
    } else if (p instanceof RegoParser.ParenthesisContext e) {
      return expr(e.expr());
    }
    return composite(p, span);
  }

  /** {@code k, v in c}, and further {@code in} behind it. */
  Term member(List<Term> operands) {
    Term collection = operands.get(2);
    Span span = operands.get(0).span().to(collection.span());
    Term term = new Call(span, new Var(span, "internal.member_3"), operands.subList(0, 3), true);
    for (Term outer : operands.subList(3, operands.size())) {
      term = infix(term.span().to(outer.span()), "internal.member_2", term, outer);
    }
    return term;
  }

  private Term composite(RegoParser.PrimaryContext p, Span span) {
    if (p instanceof RegoParser.ArrayComprehensionContext a) {
      return new Comprehension.OfArray(span, head(a.headExpr()), body(a.body()));
    } else if (p instanceof RegoParser.SetComprehensionContext s) {
      return new Comprehension.OfSet(span, head(s.headExpr()), body(s.body()));
    } else if (p instanceof RegoParser.ObjectComprehensionContext o) {
      return new Comprehension.OfObject(
          span, head(o.headExpr(0)), head(o.headExpr(1)), body(o.body()));
    } else if (p instanceof RegoParser.ArrayLiteralContext a) {
      return new ArrayTerm(span, exprs(a.expr()));
    } else if (p instanceof RegoParser.SetLiteralContext s) {
      return new SetTerm(span, exprs(s.expr()));
    }
    List<ObjectTerm.Entry> entries = new ArrayList<>();
    for (RegoParser.EntryContext e : ((RegoParser.ObjectLiteralContext) p).entry()) {
      entries.add(new ObjectTerm.Entry(expr(e.expr(0)), expr(e.expr(1))));
    }
    return new ObjectTerm(span, entries);
  }

  private Term number(Span span, String text) {
    try {
      return new Scalar(span, RegoNumber.parse(text));
    } catch (NumberFormatException e) {
      problem(span, "illegal number format: " + text);
      return new Scalar(span, RegoNumber.ZERO);
    }
  }

  private Scalar string(Span span, String escaped) {
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
        case '"', '\\', '/', '{' -> out.append(e);
        case 'u' -> {
          String hex = i + 5 <= escaped.length() ? escaped.substring(i + 1, i + 5) : "";
          if (!hex.isEmpty() && hex.chars().allMatch(d -> Character.digit(d, 16) >= 0)) {
            out.append((char) Integer.parseInt(hex, 16));
            i += 4;
          } else {
            problem(span, "illegal string escape sequence");
          }
        }
        default -> problem(span, "illegal string escape sequence");
      }
    }
    return new Scalar(span, RegoString.of(out.toString()));
  }

  private Term template(RegoParser.TemplateLiteralContext t) {
    boolean raw = t.RAW_TEMPLATE() != null;
    List<Term> parts = new ArrayList<>();
    for (ParseTree child : t.children) {
      if (child instanceof RegoParser.ExprContext e) {
        parts.add(expr(e));
      } else if (child instanceof TerminalNode n) {
        Token token = n.getSymbol();
        if (token.getType() == RegoLexer.TEMPLATE_TEXT) {
          parts.add(string(span(token), token.getText()));
        } else if (token.getType() == RegoLexer.RAW_TEMPLATE_TEXT) {
          parts.add(new Scalar(span(token), RegoString.of(token.getText().replace("\\{", "{"))));
        }
      }
    }
    return new TemplateString(span(t), parts, raw);
  }
}
