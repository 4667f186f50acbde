package dev.bylaw.rules.pack;

import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.compiler.Terms;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.source.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mutations of a module: comparisons turned into their contrary and moved by their limit, the
 * {@code not} of a negation taken away and one put before other conditions, numbers one higher and
 * one lower, and expressions left out. Some do not compile.
 */
final class Mutations {
  private static final Map<String, String> SIGNS =
      Map.of("equal", "==", "neq", "!=", "lt", "<", "lte", "<=", "gt", ">", "gte", ">=");

  private static final Map<String, List<String>> OTHERS =
      Map.of(
          "==", List.of("!="),
          "!=", List.of("=="),
          "<", List.of("<=", ">="),
          "<=", List.of("<", ">"),
          ">", List.of(">=", "<="),
          ">=", List.of(">", "<"));

  private static final Set<String> BINDING = Set.of("assign", "eq");
  private static final String NOT = "not";

  private final List<Mutation> found = new ArrayList<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final Set<Span> seen = new HashSet<>();

  private Mutations() {}

  /** In the order of the text. */
  static List<Mutation> of(Module module) {
    Mutations mutations = new Mutations();
    for (Rule first : module.rules()) {
      for (Optional<Rule> r = Optional.of(first); r.isPresent(); r = r.get().otherwise()) {
        mutations.rule(r.get());
      }
    }
    return List.copyOf(mutations.found);
  }

  private void rule(Rule rule) {
    if (seen.add(rule.head().span())) { // a rule with several bodies has its head once
      rule.head().key().ifPresent(this::term);
      rule.head().value().ifPresent(this::term);
    }
    body(rule.body());
  }

  private void body(Body body) {
    body.exprs().forEach(this::expr);
  }

  private void expr(Expr expr) {
    if (expr instanceof Expr.TermExpr e && isTrue(e.term())) {
      return;
    }
    add(expr.span(), "true", printed(expr) + " left out");
    if (expr instanceof Expr.TermExpr e) {
      if (isCondition(e.term())) {
        Span before = expr.span().source().span(expr.span().start(), expr.span().start());
        add(before, NOT + " ", printed(expr) + " negated");
      }
      operands(e.term());
    } else if (expr instanceof Expr.Not e) {
      not(e);
    } else if (expr instanceof Expr.SomeIn e) {
      term(e.collection());
    } else if (expr instanceof Expr.Every e) {
      term(e.domain());
      body(e.body());
    } else if (expr instanceof Expr.Logic e) {
      body(e.left());
      body(e.right());
    }
    expr.with().forEach(w -> term(w.value()));
  }

  private void not(Expr.Not expr) {
    if (!expr.body().explicit()) { // the braces of others would be those of a set
      int start = expr.span().start();
      add(
          expr.span().source().span(start, start + NOT.length()),
          "",
          printed(expr) + " without " + NOT);
    }
    for (Expr inner : expr.body().exprs()) {
      if (expr.body().explicit()) {
        expr(inner);
      } else if (inner instanceof Expr.TermExpr e) {
        term(e.term());
      }
    }
  }

  /** Each side of an assignment by itself, so that names of mutations stay short. */
  private void operands(Term term) {
    if (term instanceof Call c && isBinding(c)) {
      c.args().forEach(this::term);
    } else {
      term(term);
    }
  }

  private void term(Term whole) {
    Terms.visit(
        whole,
        term -> {
          if (term instanceof Comprehension c) {
            comprehension(c);
            return false;
          } else if (term instanceof Call c) {
            call(c);
          } else if (term instanceof Scalar s && s.value() instanceof RegoNumber) {
            number(s, whole);
          } else if (term instanceof Ref r) {
            term(r.head());
            return false; // what counts places in an array is no threshold
          }
          return true;
        });
  }

  private void comprehension(Comprehension c) {
    c.parts().forEach(this::term);
    body(c.body());
  }

  private void call(Call call) {
    String sign = call.operator() instanceof Var v ? SIGNS.get(v.name()) : null;
    if (sign == null || !call.infix()) {
      return;
    }
    Span place = sign(call, sign);
    for (String other : OTHERS.getOrDefault(sign, List.of())) {
      add(place, other, "%s with %s".formatted(AstPrinter.print(call), other));
    }
  }

  /** Where the sign stands between its operands, which may be in parentheses. */
  private static Span sign(Call call, String sign) {
    int from = call.args().get(0).span().end();
    int to = call.args().get(1).span().start();
    String between = call.span().source().text().substring(from, to);
    int at = between.indexOf(sign);
    String rest =
        at < 0 ? between : between.substring(0, at) + between.substring(at + sign.length());
    if (at < 0 || !rest.chars().allMatch(c -> c == '(' || c == ')' || Character.isWhitespace(c))) {
      throw new IllegalStateException(call.span() + ": no " + sign + " in " + between);
    }
    return call.span().source().span(from + at, from + at + sign.length());
  }

  private void number(Scalar scalar, Term whole) {
    String text = scalar.span().text();
    for (BigInteger step : List.of(BigInteger.ONE, BigInteger.ONE.negate())) {
      String other = new BigInteger(text).add(step).toString();
      add(
          scalar.span(),
          other,
          "%s with %s for %s".formatted(AstPrinter.print(whole), other, text));
    }
  }

  private void add(Span place, String text, String name) {
    int before = names.merge(name, 1, Integer::sum) - 1;
    found.add(
        new Mutation(place, text, before == 0 ? name : "%s (%d)".formatted(name, before + 1)));
  }

  private static boolean isCondition(Term term) {
    return !(term instanceof Call c && (isBinding(c) || isComparison(c)));
  }

  private static boolean isBinding(Call call) {
    return call.operator() instanceof Var v && BINDING.contains(v.name());
  }

  private static boolean isComparison(Call call) {
    return call.infix() && call.operator() instanceof Var v && SIGNS.containsKey(v.name());
  }

  private static boolean isTrue(Term term) {
    return term instanceof Scalar s && s.value().equals(RegoBoolean.TRUE);
  }

  private static String printed(Expr expr) {
    return AstPrinter.print(new Body(expr.span(), List.of(expr)));
  }
}
