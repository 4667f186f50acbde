package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ExpressionContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PredicateContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ValueContext;
import dev.bylaw.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Conditions and operators. Chains of operators are walked, not recursed into. */
final class Expressions {
  private final Builders all;

  Expressions(Builders all) {
    this.all = all;
  }

  Optional<Expression> optional(@Nullable ExpressionContext expression) {
    return Optional.ofNullable(expression).map(this::expression);
  }

  List<Expression> list(List<ExpressionContext> expressions) {
    return expressions.stream().map(this::expression).toList();
  }

  Expression expression(ExpressionContext expression) {
    Span span = all.text.span(expression);
    if (expression.AND() != null) {
      return new Expression.Operation("AND", chain(expression, DatabricksSqlParser.AND), span);
    }
    if (expression.OR() != null) {
      return new Expression.Operation("OR", chain(expression, DatabricksSqlParser.OR), span);
    }
    if (expression.value() == null) {
      return new Expression.Operation("NOT", List.of(expression(expression.expression(0))), span);
    }
    Expression result = value(expression.value());
    for (PredicateContext predicate : expression.predicate()) {
      result = predicate(result, predicate);
    }
    return result;
  }

  /** The operands of one operator, however many. */
  private List<Expression> chain(ExpressionContext expression, int operator) {
    List<Expression> operands = new ArrayList<>();
    ExpressionContext at = expression;
    while (at.getToken(operator, 0) != null) {
      operands.add(expression(at.expression(1)));
      at = at.expression(0);
    }
    operands.add(expression(at));
    Collections.reverse(operands);
    return operands;
  }

  private Expression predicate(Expression subject, PredicateContext predicate) {
    List<Expression> operands = new ArrayList<>();
    operands.add(subject);
    predicate.value().forEach(v -> operands.add(value(v)));
    if (predicate.query() != null) {
      operands.add(
          new Expression.Subquery(
              all.queries.query(predicate.query()), all.text.span(predicate.query())));
    }
    if (predicate.comparison() != null && predicate.expression().size() == 1) {
      ExpressionContext negated = predicate.expression(0);
      Span span = all.text.span(predicate.getChild(1)).to(all.text.span(negated));
      operands.add(new Expression.Operation("NOT", List.of(expression(negated)), span));
    } else {
      operands.addAll(list(predicate.expression()));
    }
    if (predicate.plainName() != null) {
      operands.add(column(all.names.plain(predicate.plainName())));
    }
    if (predicate.text() != null) {
      operands.add(all.text.literal(predicate.text()));
    }
    return new Expression.Operation(
        operator(predicate), operands, subject.span().to(all.text.span(predicate)));
  }

  /** The words of a predicate that are no operands, in one spelling. */
  private String operator(PredicateContext predicate) {
    if (predicate.comparison() != null) {
      String sign = predicate.comparison().getText();
      return sign.equals("==") ? "=" : sign.equals("!=") ? "<>" : sign;
    }
    List<String> words = new ArrayList<>();
    for (ParseTree child : predicate.children) {
      if (child instanceof TerminalNode node) {
        switch (node.getSymbol().getType()) {
          case DatabricksSqlParser.LPAREN,
              DatabricksSqlParser.RPAREN,
              DatabricksSqlParser.COMMA,
              DatabricksSqlParser.ESCAPE -> {}
          case DatabricksSqlParser.BANG -> words.add("NOT");
          default -> words.add(node.getText().toUpperCase(Locale.ROOT));
        }
      }
    }
    if (words.contains("BETWEEN")) {
      words.remove("AND");
    }
    return String.join(" ", words);
  }

  Expression value(ValueContext value) {
    Deque<ValueContext> spine = new ArrayDeque<>();
    ValueContext at = value;
    while (at.getChild(0) instanceof ValueContext left) {
      spine.push(at);
      at = left;
    }
    Expression result = first(at);
    while (!spine.isEmpty()) {
      result = step(result, spine.pop(), spine);
    }
    return result;
  }

  private Expression first(ValueContext value) {
    if (value.primary() != null) {
      return all.primaries.primary(value.primary());
    }
    return new Expression.Operation(
        value.getChild(0).getText(), List.of(value(value.value(0))), all.text.span(value));
  }

  private Expression step(Expression left, ValueContext step, Deque<ValueContext> next) {
    Span span = left.span().to(all.text.span(step.getStop()));
    if (step.DOT() != null) {
      return dotted(left, step, span);
    }
    if (step.LBRACK() != null || step.COLON() != null) {
      return all.primaries.path(left, step, span);
    }
    if (step.callArguments() != null) {
      return all.primaries.call(left, step, span);
    }
    if (step.DCOLON() != null) {
      return new Expression.Cast(left, all.types.type(step.dataType()), span);
    }
    if (step.COLLATE() != null) {
      return new Expression.Operation("COLLATE", List.of(left), span);
    }
    if (step.ZONE() != null) {
      return new Expression.Operation("AT TIME ZONE", List.of(left, value(step.value(1))), span);
    }
    return binary(left, step, next);
  }

  private static String operator(ValueContext step) {
    StringBuilder sign = new StringBuilder();
    for (ParseTree child : step.children) {
      if (child instanceof TerminalNode node) {
        sign.append(node.getText().toUpperCase(Locale.ROOT));
      }
    }
    return sign.toString();
  }

  /** {@code a + b + c} has three operands; other operators do not join theirs. */
  private Expression binary(Expression left, ValueContext step, Deque<ValueContext> next) {
    String operator = operator(step);
    List<Expression> operands = new ArrayList<>();
    operands.add(left);
    operands.add(value(step.value(1)));
    ValueContext last = step;
    boolean joins = operator.equals("+") || operator.equals("||");
    while (joins && continues(next.peek(), operator)) {
      last = next.pop();
      operands.add(value(last.value(1)));
    }
    return new Expression.Operation(
        operator, operands, left.span().to(all.text.span(last.getStop())));
  }

  private static boolean continues(@Nullable ValueContext step, String operator) {
    return step != null && step.value().size() == 2 && operator(step).equals(operator);
  }

  private Expression dotted(Expression left, ValueContext step, Span span) {
    if (step.STAR() != null) {
      List<Name> except = all.primaries.except(step.starExcept());
      return left instanceof Expression.Column column
          ? new Expression.Star(column.parts(), except, span)
          : new Expression.Operation(".*", List.of(left), span);
    }
    ParseTree word = step.anyWord() != null ? step.anyWord() : step.NUMBER();
    Identifier field = all.text.identifier(word);
    if (left instanceof Expression.Column column) {
      List<Identifier> parts = new ArrayList<>(column.parts());
      parts.add(field);
      return new Expression.Column(parts, span);
    }
    return new Expression.Field(left, field, span);
  }

  static Expression column(Name name) {
    return new Expression.Column(name.parts(), name.span());
  }
}
