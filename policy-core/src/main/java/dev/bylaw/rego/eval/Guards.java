package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.compiler.PrintCalls;
import dev.bylaw.rego.compiler.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a body demands of the input and of base documents alone, to be looked at before other rules
 * are asked: that places are there, and that they are equal to constants. Where that is not so,
 * there is no answer, whatever the other rules would say, and no error of theirs either.
 */
final class Guards {
  private final Linker linker;

  /** References that must be defined. */
  private final List<Ref> places = new ArrayList<>();

  /** Conditions on such places. */
  private final List<Call> conditions = new ArrayList<>();

  private final List<Shape> shapes = new ArrayList<>();
  private int variables;

  /** A place whose value must match an array with variables of its own. */
  record Shape(ArrayTerm pattern, Ref place) {}

  private Guards(Linker linker) {
    this.linker = linker;
  }

  /**
   * Empty where nothing can fail.
   *
   * @param exprs in the order in which they are evaluated
   * @param head what is evaluated behind them
   */
  static Guards of(List<Expr> exprs, List<Term> head, List<Term> args, Linker linker) {
    Guards guards = new Guards(linker);
    if (isPrinting(exprs)) {
      return guards;
    }
    boolean failing = false;
    for (Expr expr : exprs) {
      failing |= linker.mayFail(expr);
      if (failing) {
        guards.expr(expr, args);
      }
    }
    if (failing || head.stream().anyMatch(linker::mayFail)) {
      head.forEach(guards::term);
    }
    return guards;
  }

  /** What a definition demands. */
  static Guards of(Rule rule, Linker linker) {
    Guards guards = new Guards(linker);
    if (!isPrinting(rule.body().exprs())) {
      rule.body().exprs().forEach(e -> guards.expr(e, rule.head().args().orElse(List.of())));
    }
    return guards;
  }

  /** The places by their texts, with whether they are to have certain values. */
  Map<String, Boolean> demands() {
    Map<String, Boolean> out = new LinkedHashMap<>();
    places.forEach(place -> out.putIfAbsent(AstPrinter.print(place), false));
    conditions.forEach(
        c ->
            c.args().stream()
                .filter(Ref.class::isInstance)
                .forEach(r -> out.put(AstPrinter.print(r), true)));
    shapes.forEach(shape -> out.put(AstPrinter.print(shape.place()), true));
    return out;
  }

  /** As in OPA, what prints is evaluated as it is written. */
  private static boolean isPrinting(List<Expr> exprs) {
    return exprs.stream().anyMatch(e -> e instanceof Expr.TermExpr t && PrintCalls.is(t.term()));
  }

  List<Ref> places() {
    return places;
  }

  List<Call> conditions() {
    return conditions;
  }

  List<Shape> shapes() {
    return shapes;
  }

  private void expr(Expr expr, List<Term> args) {
    expr.with().stream().map(With::value).forEach(this::term);
    if (!expr.with().isEmpty()) {
      return;
    }
    if (expr instanceof Expr.TermExpr e) {
      statement(e.term(), args);
    } else if (expr instanceof Expr.Logic l && l.operator() == Expr.Logic.Operator.AND) {
      l.left().exprs().forEach(side -> expr(side, args));
      l.right().exprs().forEach(side -> expr(side, args));
    } else if (expr instanceof Expr.Every e) {
      term(e.domain());
    } else if (expr instanceof Expr.Not n
        && n.classic()
        && n.body().exprs().get(0) instanceof Expr.TermExpr e) {
      negated(e.term());
    }
  }

  private void statement(Term term, List<Term> args) {
    if (!(term instanceof Call c) || !isEquality(c)) {
      term(term);
      if (term instanceof Call test && IndexCondition.isEquality(test, args)) {
        conditions.add(test);
      }
      return;
    }
    Term left = c.args().get(0);
    Term right = c.args().get(1);
    operand(left, right);
    operand(right, left);
    if (IndexCondition.isEquality(c, args)) {
      conditions.add(c);
    } else {
      side(left, right);
      side(right, left);
    }
  }

  /** One side of an equation; what it is compared with must be of a sort that OPA's index knows. */
  private void operand(Term side, Term other) {
    if (side instanceof Ref r && !isIndexed(other)) {
      r.path().forEach(this::term);
    } else {
      term(side);
    }
  }

  private static boolean isIndexed(Term other) {
    return other instanceof Scalar
        || other instanceof Var
        || other instanceof Call
        || (other instanceof ArrayTerm a && a.elements().stream().allMatch(Guards::isElement));
  }

  private static boolean isElement(Term element) {
    return element instanceof Scalar
        || element instanceof Var
        || (element instanceof ArrayTerm a && a.elements().stream().allMatch(Guards::isElement));
  }

  /** Operands of a classic negation are evaluated before it. */
  private void negated(Term term) {
    if (term instanceof Call c && !isEquality(c)) {
      c.args().forEach(this::term);
    } else if (term instanceof Call c) {
      c.args().forEach(this::negated);
    } else if (term instanceof Ref r) {
      r.path().forEach(this::term);
    } else {
      term(term);
    }
  }

  private static boolean isEquality(Call c) {
    return c.operator() instanceof Var v
        && (v.name().equals("eq") || v.name().equals("equal"))
        && c.args().size() == 2;
  }

  private void side(Term side, Term other) {
    if (!(side instanceof Ref r)) {
      return;
    }
    int last = r.path().size() - 1;
    Ref all = new Ref(r.span(), r.head(), r.path().subList(0, last));
    if (other instanceof ArrayTerm pattern && isGround(r)) {
      free(pattern).ifPresent(free -> shapes.add(new Shape(free, r)));
    } else if (other instanceof Scalar && r.path().get(last) instanceof Var && isGround(all)) {
      // an element that is equal to a constant must be among the others
      Var operator = new Var(r.span(), "internal.member_2");
      conditions.add(new Call(r.span(), operator, List.of(other, all), false));
    }
  }

  /** With other variables; empty if an element is more than a constant or variable. */
  private Optional<ArrayTerm> free(ArrayTerm pattern) {
    List<Term> elements = new ArrayList<>();
    for (Term t : pattern.elements()) {
      Optional<? extends Term> element =
          t instanceof ArrayTerm a
              ? free(a)
              : t instanceof Var
                  ? Optional.of(new Var(t.span(), "$any" + variables++))
                  : Optional.of(t).filter(Scalar.class::isInstance);
      if (element.isEmpty()) {
        return Optional.empty();
      }
      elements.add(element.get());
    }
    return Optional.of(new ArrayTerm(pattern.span(), elements));
  }

  private void term(Term term) {
    Terms.visit(
        term,
        part -> {
          if (part instanceof Ref r && isGround(r)) {
            places.add(r);
          }
          return !(part instanceof Comprehension || part instanceof TemplateString);
        });
  }

  private boolean isGround(Ref r) {
    return r.path().stream().allMatch(Guards::isConstant)
        && (isOf(r, "input") || (isOf(r, "data") && linker.isBase(r.path())));
  }

  private static boolean isConstant(Term term) {
    return term instanceof Scalar
        || (term instanceof ArrayTerm a && a.elements().stream().allMatch(Guards::isConstant))
        || (term instanceof SetTerm s && s.elements().stream().allMatch(Guards::isConstant));
  }

  private static boolean isOf(Ref r, String root) {
    return r.head() instanceof Var v && v.name().equals(root);
  }
}
