package dev.bylaw.rego.format;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes expressions and bodies. */
final class Exprs {
  private final Page page;
  private final Terms terms;
  private boolean leading;
  private boolean continued;

  /**
   * @param bracketed names that stay in brackets where they were
   */
  Exprs(Page page, Set<String> bracketed) {
    this.page = page;
    this.terms = new Terms(page, this, bracketed);
  }

  Terms terms() {
    return terms;
  }

  /** The body of a rule: a bar in its first expression would make a comprehension of it. */
  void ruleLines(Body body) {
    leading = true;
    lines(body);
  }

  /** One expression per line. An empty line between two of them stays. */
  void lines(Body body) {
    int last = 0;
    for (Expr e : body.exprs()) {
      if (last > 0 && e.span().line() > last + 1) {
        page.blankLine();
      }
      whole(e);
      page.endLine();
      last = Terms.lastLine(e.span());
    }
  }

  /** A term that stays as it was written where comments in it have no line to stand in. */
  void part(Term term) {
    Page.Mark mark = page.mark();
    try {
      terms.term(term);
    } catch (Misplaced e) {
      page.verbatim(mark, term.span());
    }
  }

  /** An expression of its own: continued lines are indented once. */
  void whole(Expr e) {
    boolean before = continued;
    continued = false;
    Page.Mark mark = page.mark();
    try {
      expr(e);
    } catch (Misplaced misplaced) {
      continued = false;
      page.verbatim(mark, e.span());
    }
    if (continued) {
      page.outdent();
    }
    continued = before;
  }

  /** The body of a comprehension or of {@code every}, up to the bracket that ends it. */
  void inBrackets(Body body, int open, int close) {
    if (hasLines(body, open)) {
      page.endLine();
      page.indent();
      lines(body);
      page.reach(close);
      page.outdent();
    } else {
      page.write(" ");
      oneLine(body);
    }
  }

  private void oneLine(Body body) {
    boolean first = true;
    for (Expr e : body.exprs()) {
      page.write(first ? "" : "; ");
      expr(e);
      first = false;
    }
  }

  private static boolean hasLines(Body body, int open) {
    int before = open;
    for (Expr e : body.exprs()) {
      if (e.span().line() > before) {
        return true;
      }
      before = e.span().line();
    }
    return false;
  }

  private void expr(Expr e) {
    page.reach(e.span().line());
    boolean first = leading;
    leading = false;
    if (e instanceof Expr.TermExpr t) {
      statement(t.term(), first);
    } else if (e instanceof Expr.SomeDeclaration s) {
      page.write("some " + String.join(", ", s.variables().stream().map(Var::name).toList()));
    } else if (e instanceof Expr.SomeIn s) {
      some(s);
    } else if (e instanceof Expr.Every every) {
      every(every);
    } else if (e instanceof Expr.Not n) {
      page.write("not ");
      operand(n.body(), n.classic() ? Around.CLASSIC_NOT : Around.NOT);
    } else if (e instanceof Expr.Logic l) {
      logic(l);
    }
    modifiers(e.with());
  }

  /** The right side of an equation, with the modifiers. */
  void modified(Expr e) {
    if (e instanceof Expr.TermExpr t && t.term() instanceof Call c) {
      terms.term(c.args().get(1));
      modifiers(e.with());
    }
  }

  /** The outermost operator of an expression has no parentheses around its operands. */
  private void statement(Term term, boolean first) {
    if (first && Signs.isUnion(term)) {
      terms.operand(term);
    } else if (term instanceof Call c && Signs.isMembership(c)) {
      terms.in(c.args());
    } else if (term instanceof Call c && Signs.of(c).isPresent()) {
      infix(c, Signs.of(c).get(), first);
    } else {
      part(term);
    }
  }

  private void infix(Call c, String sign, boolean first) {
    List<Term> args = c.args();
    if (args.size() == 3) {
      part(args.get(2));
      page.write(" = ");
    }
    if (first && Signs.isUnion(args.get(0))) {
      terms.operand(args.get(0));
    } else {
      part(args.get(0));
    }
    page.write(" " + sign + " ");
    part(args.get(1));
  }

  private void some(Expr.SomeIn s) {
    List<Term> args = new ArrayList<>();
    s.key().ifPresent(args::add);
    args.add(s.value());
    args.add(s.collection());
    page.write("some ");
    terms.in(args);
  }

  private void every(Expr.Every e) {
    page.write("every ");
    e.key()
        .ifPresent(
            k -> {
              terms.term(k);
              page.write(", ");
            });
    terms.term(e.value());
    page.write(" in ");
    terms.term(e.domain());
    page.write(" {");
    int open = e.span().line();
    boolean alone = e.body().exprs().size() == 1 && !hasLines(e.body(), open);
    inBrackets(e.body(), open, Braces.closeLine(e.body()));
    page.write(alone ? " }" : "}");
  }

  private void logic(Expr.Logic l) {
    boolean and = l.operator() == Expr.Logic.Operator.AND;
    operand(l.left(), and ? Around.AND_LEFT : Around.OR_LEFT);
    page.write(and ? " and" : " or");
    if (Braces.breaksAfter(and ? "and" : "or", l.right())) {
      nextLine();
    } else {
      page.write(" ");
    }
    operand(l.right(), and ? Around.AND_RIGHT : Around.OR_RIGHT);
  }

  private void nextLine() {
    page.endLine();
    if (!continued) {
      page.indent();
      continued = true;
    }
  }

  /** What an operand stands next to. */
  private enum Around {
    AND_LEFT,
    AND_RIGHT,
    OR_LEFT,
    OR_RIGHT,
    NOT,
    CLASSIC_NOT
  }

  /** What {@code not}, {@code and} or {@code or} stands before or behind. */
  private void operand(Body body, Around around) {
    if (body.explicit()) {
      braces(body);
      return;
    }
    Expr only = body.exprs().get(0);
    boolean parentheses = !only.with().isEmpty() || needsParentheses(only, around);
    page.write(parentheses ? "(" : "");
    expr(only);
    page.write(parentheses ? ")" : "");
  }

  private static boolean needsParentheses(Expr e, Around around) {
    if (e instanceof Expr.Logic l) {
      boolean or = l.operator() == Expr.Logic.Operator.OR;
      return switch (around) {
        case AND_LEFT -> or;
        case OR_LEFT -> false;
        case AND_RIGHT, NOT, CLASSIC_NOT -> true;
        case OR_RIGHT -> or;
      };
    }
    return around != Around.CLASSIC_NOT
        && e instanceof Expr.TermExpr t
        && hasBraces(first(t.term()));
  }

  /** What a term starts with. */
  private static Term first(Term term) {
    if (term instanceof Ref r) {
      return first(r.head());
    } else if (term instanceof Call c && (c.infix() || Signs.of(c).isPresent())) {
      return first(c.args().get(0));
    }
    return term;
  }

  /** Whether a term's braces would be those of a body. */
  private static boolean hasBraces(Term term) {
    return (term instanceof SetTerm s && !s.elements().isEmpty())
        || term instanceof ObjectTerm
        || term instanceof Comprehension.OfSet
        || term instanceof Comprehension.OfObject;
  }

  private void braces(Body body) {
    page.reach(Braces.openLine(body));
    int close = Braces.closeLine(body);
    page.write("{");
    leading = true;
    boolean lines = hasLines(body, Braces.openLine(body));
    inBrackets(body, Braces.openLine(body), close);
    page.write(lines ? "}" : " }");
  }

  private static boolean isBelow(With with, With before) {
    return with.span().line() > before.span().line();
  }

  private static boolean startsLine(With with) {
    return with.span().source().lineText(with.span().line()).stripLeading().startsWith("with");
  }

  private void modifiers(List<With> modifiers) {
    boolean indented = false;
    for (int i = 0; i < modifiers.size(); i++) {
      With with = modifiers.get(i);
      boolean below = i == 0 ? startsLine(with) : isBelow(with, modifiers.get(i - 1));
      if (below) {
        if (!indented) {
          page.indent();
          indented = true;
        }
        page.endLine();
      }
      page.reach(with.span().line());
      page.write(below ? "with " : " with ");
      terms.reference(with.target());
      page.write(" as ");
      part(with.value());
    }
    if (indented) {
      page.outdent();
    }
  }
}
