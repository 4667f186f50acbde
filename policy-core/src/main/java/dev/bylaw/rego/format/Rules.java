package dev.bylaw.rego.format;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.source.SourceFile;
import java.util.List;
import java.util.OptionalInt;

/** Writes rules. */
final class Rules {
  private final Page page;
  private final Exprs exprs;
  private final Words words;

  Rules(Page page, Exprs exprs, Words words) {
    this.page = page;
    this.exprs = exprs;
    this.words = words;
  }

  /** Rules of one line that stand below each other stay together. */
  void write(List<Rule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      boolean chained = i > 0 && rules.get(i - 1).span().equals(rule.span());
      place(rule, chained);
      boolean together =
          i + 1 < rules.size()
              && mayStandClose(rule)
              && mayStandClose(rules.get(i + 1))
              && rules.get(i + 1).span().line() == rule.span().line() + 1;
      if (!together) {
        page.blankLine();
      }
    }
  }

  /** A rule with a comment that cannot be placed stays as it was written. */
  private void place(Rule rule, boolean chained) {
    page.reach(chained ? Braces.openLine(rule.body()) : rule.span().line());
    Page.Mark mark = page.mark();
    try {
      rule(rule, false);
    } catch (Misplaced e) {
      page.verbatim(mark, rule.span());
      page.endLine();
    }
  }

  private boolean mayStandClose(Rule rule) {
    return words.ifs()
        && rule.body().exprs().size() == 1
        && !isSet(rule.body())
        && !rule.isDefault()
        && rule.otherwise().isEmpty()
        && (words.contains() || rule.head().key().isEmpty());
  }

  private void rule(Rule rule, boolean isElse) {
    page.write(rule.isDefault() ? "default " : "");
    head(rule, isElse);
    body(rule, isElse);
  }

  private void body(Rule rule, boolean isElse) {
    Body body = rule.body();
    if (isTruth(body) && rule.otherwise().isEmpty()) {
      page.endLine();
      return;
    }
    boolean ifs = words.ifs() && (words.contains() || rule.head().key().isEmpty());
    page.write(ifs ? " if" : "");
    boolean oneLine = ifs && isOneLine(rule);
    if (oneLine && !isSet(body)) {
      page.write(" ");
      exprs.whole(body.exprs().get(0));
    } else {
      lines(body, isElse);
    }
    if (rule.otherwise().isPresent() && !oneLine && follows(rule, rule.otherwise().get())) {
      page.write(" ");
      rule(rule.otherwise().get(), true);
      return;
    }
    page.endLine();
    rule.otherwise().ifPresent(this::otherwise);
  }

  private static boolean isOneLine(Rule rule) {
    return rule.body().exprs().size() == 1
        && rule.body().span().line() == Terms.lastLine(rule.head().span());
  }

  private void lines(Body body, boolean isElse) {
    page.write(" {");
    page.endLine();
    page.indent();
    if (isElse) {
      exprs.lines(body);
    } else {
      exprs.ruleLines(body);
    }
    page.reach(Braces.closeLine(body));
    page.outdent();
    page.write("}");
  }

  private void otherwise(Rule rule) {
    page.blankLine();
    page.reach(rule.span().line());
    rule(rule, true);
  }

  /** Whether {@code else} stands behind a brace rather than in a line of its own. */
  private boolean follows(Rule rule, Rule otherwise) {
    SourceFile source = rule.span().source();
    int line = otherwise.span().line();
    boolean alone = source.lineText(line).stripLeading().startsWith("else");
    boolean sameLine = line == rule.span().line();
    return !alone && !sameLine && !page.hasBefore(line) && !page.isHolding();
  }

  /** A set alone in braces: without them its own would be those of the body. */
  private static boolean isSet(Body body) {
    return body.exprs().size() == 1
        && body.exprs().get(0) instanceof Expr.TermExpr t
        && t.term() instanceof SetTerm;
  }

  static boolean isTruth(Body body) {
    return body.exprs().size() == 1
        && body.exprs().get(0) instanceof Expr.TermExpr t
        && t.with().isEmpty()
        && isTrue(t.term());
  }

  private static boolean isTrue(Term term) {
    return term instanceof Scalar s && s.value().equals(RegoBoolean.TRUE);
  }

  private void head(Rule rule, boolean isElse) {
    RuleHead head = rule.head();
    if (isElse) {
      page.write("else");
    } else {
      name(head.reference());
      head.args().ifPresent(args -> arguments(head, args));
      head.key().ifPresent(this::key);
    }
    boolean constant = isTruth(rule.body()) && rule.otherwise().isEmpty();
    if (head.value().isPresent()) {
      Term value = head.value().get();
      if (!isTrue(value) || constant || rule.isDefault()) {
        value(head, value);
      }
    } else if (constant
        && head.key().isEmpty()
        && !isFact(rule)
        && (words.v1() || isConstant(head))) {
      page.write(words.v1() ? " := true" : " = true");
    }
  }

  private void name(Ref name) {
    if (words.references() || name.path().size() != 1) {
      exprs.part(name);
    } else {
      exprs.terms().term(name.head());
      page.write("[");
      exprs.terms().bracketed(name.path().get(0));
      page.write("]");
    }
  }

  /** A function's name and arguments, without value and body. */
  private static boolean isFact(Rule rule) {
    return rule.head().args().isPresent() && rule.body().span().end() <= rule.head().span().end();
  }

  /** Whether a name alone would not be a rule. */
  private static boolean isConstant(RuleHead head) {
    return head.args().isPresent() || head.reference().path().size() != 1;
  }

  private void arguments(RuleHead head, List<Term> args) {
    if (args.isEmpty()) {
      return;
    }
    page.write("(");
    Page.Mark mark = page.mark();
    int close = args.isEmpty() ? 0 : Terms.lastLine(args.get(args.size() - 1).span());
    try {
      exprs.terms().elements(args, head.span().line(), OptionalInt.of(close));
    } catch (Misplaced e) {
      page.verbatim(mark, args.get(0).span().to(args.get(args.size() - 1).span()));
    }
    page.write(")");
  }

  private void key(Term key) {
    if (words.contains()) {
      page.write(" contains ");
      exprs.part(key);
    } else {
      page.write("[");
      exprs.part(key);
      page.write("]");
    }
  }

  private void value(RuleHead head, Term value) {
    page.write(head.assigned() || words.v1() ? " := " : " = ");
    exprs.part(value);
  }
}
