package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds calls from operands and operators as they come; all operators group from the left. */
final class Operators {
  /** What an operator is called, and how strongly it binds. */
  private record Operator(String name, int strength) {}

  private static final Map<Integer, Operator> TABLE =
      Map.ofEntries(
          Map.entry(RegoLexer.IN, new Operator("internal.member_2", 0)),
          Map.entry(RegoLexer.EQUAL, new Operator("equal", 1)),
          Map.entry(RegoLexer.NEQ, new Operator("neq", 1)),
          Map.entry(RegoLexer.LT, new Operator("lt", 1)),
          Map.entry(RegoLexer.LTE, new Operator("lte", 1)),
          Map.entry(RegoLexer.GT, new Operator("gt", 1)),
          Map.entry(RegoLexer.GTE, new Operator("gte", 1)),
          Map.entry(RegoLexer.PIPE, new Operator("or", 2)),
          Map.entry(RegoLexer.AMP, new Operator("and", 3)),
          Map.entry(RegoLexer.PLUS, new Operator("plus", 4)),
          Map.entry(RegoLexer.MINUS, new Operator("minus", 4)),
          Map.entry(RegoLexer.MUL, new Operator("mul", 5)),
          Map.entry(RegoLexer.DIV, new Operator("div", 5)),
          Map.entry(RegoLexer.REM, new Operator("rem", 5)));

  private final Deque<Term> operands = new ArrayDeque<>();
  private final Deque<Operator> operators = new ArrayDeque<>();
  private Optional<Term> key;

  /**
   * @param key what stands before the first operand and a comma
   */
  Operators(Optional<Term> key) {
    this.key = key;
  }

  static Call infix(String operator, Term left, Term right) {
    Span span = left.span().to(right.span());
    return new Call(span, new Var(span, operator), List.of(left, right), true);
  }

  void operand(Term term) {
    operands.push(term);
  }

  void operator(int type) {
    Operator next = TABLE.get(type);
    if (next == null) {
      throw new IllegalStateException("no operator: " + type);
    }
    while (!operators.isEmpty() && operators.element().strength() >= next.strength()) {
      apply(operators.pop());
    }
    operators.push(next);
  }

  Term term() {
    while (!operators.isEmpty()) {
      apply(operators.pop());
    }
    return operands.element();
  }

  private void apply(Operator operator) {
    Term right = operands.pop();
    Term left = operands.pop();
    if (key.isPresent() && operator.strength() == 0) {
      Term first = key.get();
      key = Optional.empty();
      Span span = first.span().to(right.span());
      operands.push(
          new Call(span, new Var(span, "internal.member_3"), List.of(first, left, right), true));
    } else {
      operands.push(infix(operator.name(), left, right));
    }
  }
}
