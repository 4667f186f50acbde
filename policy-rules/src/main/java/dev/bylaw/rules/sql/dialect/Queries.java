package dev.bylaw.rules.sql.dialect;

import dev.bylaw.rules.sql.ast.Alias;
import dev.bylaw.rules.sql.ast.CommonTable;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Query;
import dev.bylaw.rules.sql.ast.QueryBody;
import dev.bylaw.rules.sql.ast.Relation;
import dev.bylaw.rules.sql.ast.SelectItem;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.parser.ASTNodeAccess;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.LateralView;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.TableStatement;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Queries and what they read from. */
final class Queries {
  private final Spots spots;
  private final Expressions expressions;

  Queries(Spots spots) {
    this.spots = spots;
    this.expressions = new Expressions(spots, this);
  }

  Expressions expressions() {
    return expressions;
  }

  Query query(Select select, Span around) {
    return Query.of(body(select, around));
  }

  /** A query; tails that stand around a body make it a query of its own. */
  QueryBody body(Select select, Span around) {
    Span span = spots.of(select, around);
    QueryBody body = bare(select, span);
    List<CommonTable> with = with(select.getWithItemsList(), span);
    var order = expressions.order(select.getOrderByElements(), span);
    Optional<Expression> limit =
        Optional.ofNullable(select.getLimit())
            .flatMap(l -> expressions.optional(l.getRowCount(), span));
    Optional<Expression> offset =
        Optional.ofNullable(select.getOffset())
            .flatMap(o -> expressions.optional(o.getOffset(), span));
    boolean plain = with.isEmpty() && order.isEmpty() && limit.isEmpty() && offset.isEmpty();
    return plain ? body : new Query(with, body, order, List.of(), limit, offset, span);
  }

  private QueryBody bare(Select select, Span span) {
    if (select instanceof PlainSelect plain) {
      return select(plain, span);
    } else if (select instanceof ParenthesedSelect inner) {
      return body(inner.getSelect(), span);
    } else if (select instanceof SetOperationList list) {
      return setOperation(list, span);
    } else if (select instanceof Values values) {
      return new QueryBody.Values(
          expressions.list(values.getExpressions(), span), alias(values, values), span);
    } else if (select instanceof TableStatement table) {
      return new QueryBody.TableRows(name(table.getTable(), span), span);
    }
    throw new UnreadableException("a query of the kind " + select.getClass().getSimpleName());
  }

  List<CommonTable> with(@Nullable List<WithItem<?>> items, Span span) {
    List<CommonTable> with = new ArrayList<>();
    if (items != null) {
      for (WithItem<?> item : items) {
        ParenthesedSelect select = item.getSelect();
        if (select == null) {
          throw new UnreadableException("a common table expression that is no query");
        }
        List<Identifier> columns = new ArrayList<>();
        if (item.getWithItemList() != null) {
          item.getWithItemList()
              .forEach(
                  c -> columns.add(new Identifier(Spots.plain(c.toString()), spots.of(c, span))));
        }
        Identifier name = new Identifier(Spots.plain(item.getAliasName()), span);
        with.add(new CommonTable(name, columns, item.isRecursive(), query(select, span), span));
      }
    }
    return with;
  }

  private QueryBody setOperation(SetOperationList list, Span span) {
    QueryBody left = body(list.getSelect(0), span);
    for (int i = 0; i < list.getOperations().size(); i++) {
      var operation = list.getOperation(i);
      QueryBody right = body(list.getSelect(i + 1), span);
      String words = operation.toString().toUpperCase(Locale.ROOT);
      String operator = words.startsWith("MINUS") ? "EXCEPT" : words.split(" ", 2)[0];
      left =
          new QueryBody.SetOperation(
              operator,
              new Identifier(words, span),
              words.contains(" ALL"),
              words.contains("BY NAME"),
              left,
              right,
              span);
    }
    return left;
  }

  private QueryBody select(PlainSelect select, Span span) {
    List<SelectItem> items = new ArrayList<>();
    select.getSelectItems().forEach(item -> items.add(item(item, span)));
    List<Expression> group = new ArrayList<>();
    if (select.getGroupBy() != null) {
      group.addAll(expressions.list(select.getGroupBy().getGroupByExpressionList(), span));
    }
    return new QueryBody.Select(
        select.getDistinct() != null,
        items,
        from(select, span),
        expressions.optional(select.getWhere(), span),
        group,
        expressions.optional(select.getHaving(), span),
        expressions.optional(select.getQualify(), span),
        List.of(),
        span);
  }

  private SelectItem item(net.sf.jsqlparser.statement.select.SelectItem<?> item, Span around) {
    Span span = spots.of(item, around);
    Expression expression = expressions.of(item.getExpression(), span);
    List<Identifier> aliases = new ArrayList<>();
    if (item.getAlias() != null && item.getAlias().getName() != null) {
      String alias = item.getAlias().getName();
      aliases.add(new Identifier(Spots.plain(alias), spots.last(item, alias).orElse(span)));
    }
    return new SelectItem(expression, aliases, span);
  }

  private List<Relation> from(PlainSelect select, Span span) {
    if (select.getFromItem() == null) {
      return new ArrayList<>();
    }
    List<Relation> from = joined(select.getFromItem(), select.getJoins(), span);
    if (select.getLateralViews() != null) {
      for (LateralView view : select.getLateralViews()) {
        Relation last = from.remove(from.size() - 1);
        from.add(lateral(last, view, span));
      }
    }
    return from;
  }

  /** Commas between relations stay, other joins become one relation. */
  List<Relation> joined(FromItem first, @Nullable List<Join> joins, Span span) {
    List<Relation> from = new ArrayList<>();
    from.add(relation(first, span));
    for (Join join : joins == null ? Collections.<Join>emptyList() : joins) {
      Relation right = relation(join.getFromItem(), span);
      if (join.isSimple()) {
        from.add(right);
      } else {
        from.add(join(from.remove(from.size() - 1), join, right));
      }
    }
    return from;
  }

  private Relation join(Relation left, Join join, Relation right) {
    Span span = left.span().to(right.span());
    List<Expression> on =
        new ArrayList<>(expressions.list(List.copyOf(join.getOnExpressions()), span));
    List<Identifier> using = new ArrayList<>();
    if (join.getUsingColumns() != null) {
      join.getUsingColumns()
          .forEach(c -> using.add(spots.name(c, List.of(c.getColumnName()), span).last()));
    }
    Optional<Expression> condition =
        on.isEmpty()
            ? Optional.empty()
            : Optional.of(on.size() == 1 ? on.get(0) : new Expression.Operation("AND", on, span));
    return new Relation.Join(kind(join), left, right, condition, using, span);
  }

  private static String kind(Join join) {
    String kind =
        join.isSemi()
            ? "LEFT SEMI"
            : join.isCross() || join.isApply()
                ? "CROSS"
                : join.isLeft()
                    ? "LEFT"
                    : join.isRight() ? "RIGHT" : join.isFull() ? "FULL" : "INNER";
    return join.isNatural() ? "NATURAL " + kind : kind;
  }

  Relation relation(FromItem item, Span around) {
    Span span = spots.of(item, around);
    Optional<Alias> alias = alias(item, item);
    if (item.getPivot() != null || item.getUnPivot() != null) {
      throw new UnreadableException("PIVOT");
    }
    if (item instanceof Table table) {
      Span all = alias.map(a -> span.to(a.span())).orElse(span);
      return new Relation.Table(name(table, span), false, Optional.empty(), alias, all);
    } else if (item instanceof LateralSubSelect select) {
      return new Relation.Derived(body(select.getSelect(), span), true, alias, span);
    } else if (item instanceof ParenthesedSelect select) {
      QueryBody inner = body(select.getSelect(), span);
      return new Relation.Derived(Query.of(inner), false, alias, span);
    } else if (item instanceof ParenthesedFromItem inner) {
      List<Relation> relations = joined(inner.getFromItem(), inner.getJoins(), span);
      Relation all = relations.get(0);
      for (Relation more : relations.subList(1, relations.size())) {
        all = new Relation.Join("CROSS", all, more, Optional.empty(), List.of(), span);
      }
      return new Relation.Aliased(all, alias, span);
    } else if (item instanceof TableFunction function) {
      Function call = function.getFunction();
      if (call != null && expressions.of(call, span) instanceof Expression.Call read) {
        return new Relation.Function(read, false, alias, span);
      }
    } else if (item instanceof Values values) {
      return new Relation.Derived(bare(values, span), false, alias, span);
    }
    throw new UnreadableException("a relation of the kind " + item.getClass().getSimpleName());
  }

  private Relation lateral(Relation input, LateralView view, Span span) {
    if (!(expressions.of(view.getGeneratorFunction(), span) instanceof Expression.Call call)) {
      throw new UnreadableException("a LATERAL VIEW without a function");
    }
    List<Identifier> columns = new ArrayList<>();
    if (view.getColumnAlias() != null) {
      columns.add(new Identifier(Spots.plain(view.getColumnAlias().getName()), span));
    }
    Optional<Alias> alias =
        Optional.ofNullable(view.getTableAlias())
            .map(a -> new Alias(new Identifier(Spots.plain(a.getName()), span), columns, span));
    return new Relation.Shaped(
        input, new Relation.LateralView(call, view.isUsingOuter()), alias, span);
  }

  private Optional<Alias> alias(FromItem item, ASTNodeAccess node) {
    var alias = item.getAlias();
    if (alias == null || alias.getName() == null) {
      return Optional.empty();
    }
    Span span = spots.last(node, alias.getName()).orElse(spots.of(node, spots.whole()));
    List<Identifier> columns = new ArrayList<>();
    if (alias.getAliasColumns() != null) {
      alias.getAliasColumns().forEach(c -> columns.add(new Identifier(Spots.plain(c.name), span)));
    }
    return Optional.of(
        new Alias(new Identifier(Spots.plain(alias.getName()), span), columns, span));
  }

  dev.bylaw.rules.sql.ast.Name name(Table table, Span around) {
    return spots.name(table, parts(table), spots.of(table, around));
  }

  /** From the catalogue down, as they are written. */
  static List<String> parts(Table table) {
    List<String> parts = new ArrayList<>(table.getNameParts());
    Collections.reverse(parts);
    parts.removeIf(part -> part == null || part.isEmpty());
    return parts.isEmpty() ? List.of(table.toString()) : parts;
  }
}
