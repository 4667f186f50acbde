package dev.bylaw.rules.sql.dialect;

import dev.bylaw.rules.sql.ast.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** Columns, calls, queries and literals within an expression, without what is within them. */
final class Operands extends ExpressionVisitorAdapter<Void> {
  private final net.sf.jsqlparser.expression.Expression outer;
  private final Function<net.sf.jsqlparser.expression.Expression, Expression> reader;
  private final List<Expression> found = new ArrayList<>();

  Operands(
      net.sf.jsqlparser.expression.Expression outer,
      Function<net.sf.jsqlparser.expression.Expression, Expression> reader) {
    this.outer = outer;
    this.reader = reader;
  }

  List<Expression> found() {
    return found;
  }

  private <E extends net.sf.jsqlparser.expression.Expression> void take(E expression) {
    if (expression != outer) {
      found.add(reader.apply(expression));
    }
  }

  @Override
  public <S> @Nullable Void visit(Column column, S context) {
    take(column);
    return null;
  }

  @Override
  public <S> @Nullable Void visit(net.sf.jsqlparser.expression.Function function, S context) {
    take(function);
    return null;
  }

  @Override
  public <S> @Nullable Void visit(AnalyticExpression call, S context) {
    take(call);
    return null;
  }

  @Override
  public <S> @Nullable Void visit(ParenthesedSelect select, S context) {
    take(select);
    return null;
  }

  @Override
  public <S> @Nullable Void visit(Select select, S context) {
    take(select);
    return null;
  }

  @Override
  public <S> @Nullable Void visit(AllColumns star, S context) {
    take(star);
    return null;
  }

  @Override
  public <S> @Nullable Void visit(AllTableColumns star, S context) {
    take(star);
    return null;
  }

  @Override
  public <S> @Nullable Void visit(StringValue text, S context) {
    take(text);
    return null;
  }

  @Override
  public <S> @Nullable Void visit(LongValue number, S context) {
    take(number);
    return null;
  }
}
