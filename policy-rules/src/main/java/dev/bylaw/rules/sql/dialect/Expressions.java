package dev.bylaw.rules.sql.dialect;

import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Expression.LiteralType;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Query;
import dev.bylaw.rules.sql.ast.SortItem;
import dev.bylaw.rules.sql.ast.Window;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcNamedParameter;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LambdaExpression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** Expressions. What has no case of its own is an operation on the expressions within it. */
final class Expressions {
  private final Spots spots;
  private final Queries queries;

  Expressions(Spots spots, Queries queries) {
    this.spots = spots;
    this.queries = queries;
  }

  Optional<Expression> optional(
      net.sf.jsqlparser.expression.@Nullable Expression expression, Span around) {
    return expression == null ? Optional.empty() : Optional.of(of(expression, around));
  }

  List<Expression> list(
      @Nullable List<? extends net.sf.jsqlparser.expression.Expression> list, Span around) {
    List<Expression> out = new ArrayList<>();
    if (list != null) {
      list.forEach(e -> out.add(of(e, around)));
    }
    return out;
  }

  Expression of(net.sf.jsqlparser.expression.Expression expression, Span around) {
    Span span = spots.of(expression, around);
    if (expression instanceof Column column) {
      return column(column, span);
    } else if (expression instanceof AllColumns star) {
      return star(star, span);
    } else if (expression instanceof Function function) {
      return call(function, span);
    } else if (expression instanceof AnalyticExpression analytic) {
      return call(analytic, span);
    } else if (expression instanceof Select select) {
      return new Expression.Subquery(Query.of(queries.body(select, span)), span);
    } else if (expression instanceof BinaryExpression binary) {
      List<Expression> operands =
          List.of(of(binary.getLeftExpression(), span), of(binary.getRightExpression(), span));
      return new Expression.Operation(binary.getStringExpression(), operands, span);
    } else if (expression instanceof CastExpression cast) {
      return new Expression.Cast(
          of(cast.getLeftExpression(), span), Types.of(cast.getColDataType(), span), span);
    } else if (expression instanceof LambdaExpression lambda) {
      List<Identifier> names =
          lambda.getIdentifiers().stream().map(n -> new Identifier(n, span)).toList();
      return new Expression.Lambda(names, of(lambda.getExpression(), span), span);
    } else if (expression instanceof ExpressionList<?> list) {
      return new Expression.Operation("()", list(list, span), span);
    }
    return literal(expression, span).orElseGet(() -> other(expression, span));
  }

  private static Optional<Expression> literal(
      net.sf.jsqlparser.expression.Expression expression, Span span) {
    if (expression instanceof StringValue text) {
      return Optional.of(new Expression.Literal(LiteralType.TEXT, text.getNotExcapedValue(), span));
    } else if (expression instanceof LongValue || expression instanceof DoubleValue) {
      return Optional.of(new Expression.Literal(LiteralType.NUMBER, expression.toString(), span));
    } else if (expression instanceof NullValue) {
      return Optional.of(new Expression.Literal(LiteralType.NULL, "NULL", span));
    } else if (expression instanceof BooleanValue) {
      return Optional.of(new Expression.Literal(LiteralType.BOOLEAN, expression.toString(), span));
    } else if (expression instanceof JdbcParameter) {
      return Optional.of(new Expression.Parameter("", span));
    } else if (expression instanceof JdbcNamedParameter named) {
      return Optional.of(new Expression.Parameter(named.getName(), span));
    }
    return Optional.empty();
  }

  private Expression other(net.sf.jsqlparser.expression.Expression expression, Span span) {
    Operands operands = new Operands(expression, e -> of(e, span));
    expression.accept(operands, null);
    return new Expression.Operation(expression.getClass().getSimpleName(), operands.found(), span);
  }

  private Expression column(Column column, Span span) {
    List<String> parts = new ArrayList<>();
    if (column.getTable() != null) {
      parts.addAll(Queries.parts(column.getTable()));
    }
    parts.add(column.getColumnName());
    return new Expression.Column(spots.name(column, parts, span).parts(), span);
  }

  private Expression star(AllColumns star, Span span) {
    List<Identifier> qualifier = List.of();
    if (star instanceof AllTableColumns all && all.getTable() != null) {
      qualifier = spots.name(all.getTable(), Queries.parts(all.getTable()), span).parts();
    }
    List<Name> except = new ArrayList<>();
    if (star.getExceptColumns() != null) {
      star.getExceptColumns()
          .forEach(c -> except.add(spots.name(c, List.of(c.getColumnName()), span)));
    }
    return new Expression.Star(qualifier, except, span);
  }

  private Expression call(Function function, Span span) {
    Name name = spots.name(function, function.getMultipartName(), span);
    List<Expression> arguments = new ArrayList<>(list(function.getParameters(), span));
    if (function.getNamedParameters() != null) {
      arguments.addAll(list(function.getNamedParameters(), span));
    }
    return new Expression.Call(
        name,
        function.isDistinct(),
        arguments,
        order(function.getOrderByElements(), span),
        Optional.empty(),
        Optional.empty(),
        span);
  }

  private Expression call(AnalyticExpression call, Span span) {
    List<Expression> arguments = new ArrayList<>();
    optional(call.getExpression(), span).ifPresent(arguments::add);
    optional(call.getOffset(), span).ifPresent(arguments::add);
    optional(call.getDefaultValue(), span).ifPresent(arguments::add);
    Window over =
        new Window(
            Optional.ofNullable(call.getWindowName()).map(n -> new Identifier(n, span)),
            list(call.getPartitionExpressionList(), span),
            order(call.getOrderByElements(), span),
            List.of(),
            span);
    return new Expression.Call(
        spots.name(call, List.of(call.getName()), span),
        call.isDistinct(),
        arguments,
        order(call.getFuncOrderBy(), span),
        optional(call.getFilterExpression(), span),
        Optional.of(over),
        span);
  }

  List<SortItem> order(@Nullable List<OrderByElement> elements, Span around) {
    List<SortItem> order = new ArrayList<>();
    if (elements != null) {
      for (OrderByElement element : elements) {
        Expression key = of(element.getExpression(), around);
        order.add(new SortItem(key, !element.isAsc(), key.span()));
      }
    }
    return order;
  }
}
