package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.CommonTable;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Query;
import dev.bylaw.rules.sql.ast.QueryBody;
import dev.bylaw.rules.sql.ast.Relation;
import dev.bylaw.rules.sql.ast.SelectItem;
import dev.bylaw.rules.sql.ast.SortItem;
import dev.bylaw.rules.sql.ast.Window;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.CommonTableContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.FrameBoundContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.FromClauseContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.GroupByContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.GroupItemContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PipeStepContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.QueryContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.QueryPrimaryContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.QueryTailContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.QueryTermContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.SelectItemContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.SelectQueryContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.SortItemContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.WindowClauseContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.WindowSpecContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.WithClauseContext;
import dev.bylaw.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Queries. A chain of UNIONs is walked, not recursed into. */
final class Queries {
  private final Builders all;

  Queries(Builders all) {
    this.all = all;
  }

  Query query(QueryContext query) {
    return query(
        with(query.withClause()),
        query.queryTerm(),
        query.queryTail(),
        query.pipeStep(),
        all.text.span(query));
  }

  Query query(
      List<CommonTable> with,
      QueryTermContext term,
      QueryTailContext tail,
      List<PipeStepContext> pipes,
      Span span) {
    QueryBody body = body(term);
    if (!pipes.isEmpty()) {
      QueryBody input =
          tail.getChildCount() == 0
              ? body
              : query(List.of(), body, tail, body.span().to(all.text.span(tail)));
      Span piped = body.span().to(all.text.span(pipes.get(pipes.size() - 1)));
      body =
          new QueryBody.Piped(
              input, pipes.stream().flatMap(p -> all.pipes.steps(p).stream()).toList(), piped);
      return new Query(with, body, List.of(), List.of(), Optional.empty(), Optional.empty(), span);
    }
    return body instanceof Query only && with.isEmpty() && tail.getChildCount() == 0
        ? only
        : query(with, body, tail, span);
  }

  private Query query(List<CommonTable> with, QueryBody body, QueryTailContext tail, Span span) {
    return new Query(
        with,
        body,
        order(tail),
        windows(tail.windowClause()),
        tail.LIMIT() == null || tail.ALL() != null
            ? Optional.empty()
            : all.expressions.optional(tail.expression(0)),
        tail.OFFSET() == null
            ? Optional.empty()
            : all.expressions.optional(tail.expression(tail.expression().size() - 1)),
        span);
  }

  List<SortItem> order(QueryTailContext tail) {
    List<SortItem> order = new ArrayList<>();
    for (var clause : tail.orderClause()) {
      order.addAll(sort(clause.sortItem()));
      for (Expression key : all.expressions.list(clause.expression())) {
        order.add(new SortItem(key, false, key.span()));
      }
    }
    return order;
  }

  List<CommonTable> with(@Nullable WithClauseContext with) {
    return with == null
        ? List.of()
        : with.commonTable().stream().map(t -> common(t, with.RECURSIVE() != null)).toList();
  }

  private CommonTable common(CommonTableContext table, boolean recursive) {
    return new CommonTable(
        all.text.identifier(table.identifier()),
        all.names.identifiers(table.names()),
        recursive,
        query(table.query()),
        all.text.span(table));
  }

  private QueryBody body(QueryTermContext term) {
    Deque<QueryTermContext> spine = new ArrayDeque<>();
    QueryTermContext at = term;
    while (at.queryPrimary() == null) {
      spine.push(at);
      at = at.queryTerm(0);
    }
    QueryBody result = primary(at.queryPrimary());
    for (QueryTermContext step : spine) {
      QueryBody right = body(step.queryTerm(1));
      result =
          new QueryBody.SetOperation(
              operator(step),
              words(step),
              step.setQuantifier() != null && step.setQuantifier().ALL() != null,
              step.NAME() != null,
              result,
              right,
              all.text.span(step));
    }
    return result;
  }

  private Identifier words(QueryTermContext step) {
    ParseTree operator = step.getChild(1);
    boolean quantified = step.setQuantifier() != null;
    String words = operator.getText() + (quantified ? " " + step.setQuantifier().getText() : "");
    return new Identifier(
        words.toUpperCase(Locale.ROOT),
        quantified ? all.text.span(operator, step.setQuantifier()) : all.text.span(operator));
  }

  /** Of the first word of a set operation that is there. */
  static String operator(ParserRuleContext step) {
    return step.getToken(DatabricksSqlParser.UNION, 0) != null
        ? "UNION"
        : step.getToken(DatabricksSqlParser.INTERSECT, 0) != null ? "INTERSECT" : "EXCEPT";
  }

  QueryBody primary(QueryPrimaryContext primary) {
    Span span = all.text.span(primary);
    if (primary.query() != null) {
      Query inner = query(primary.query());
      return new Query(
          inner.with(),
          inner.body(),
          inner.order(),
          inner.windows(),
          inner.limit(),
          inner.offset(),
          span);
    }
    if (primary.name() != null) {
      return new QueryBody.TableRows(all.names.name(primary.name()), span);
    }
    if (primary.VALUES() != null) {
      return new QueryBody.Values(
          all.expressions.list(primary.expression()),
          all.relations.alias(primary.derivedAlias()),
          span);
    }
    List<Relation> from = from(primary.fromClause());
    return primary.selectQuery() == null
        ? new QueryBody.Select(
            false,
            List.of(),
            from,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            span)
        : select(primary.selectQuery(), from, span);
  }

  List<Relation> from(@Nullable FromClauseContext from) {
    return from == null
        ? List.of()
        : from.relation().stream().map(all.relations::relation).toList();
  }

  private QueryBody select(SelectQueryContext select, List<Relation> before, Span span) {
    List<Relation> from = new ArrayList<>(before);
    from.addAll(from(select.fromClause()));
    for (var view : select.lateralView()) {
      Relation input = from.remove(from.size() - 1);
      from.add(all.relations.lateral(input, view));
    }
    List<Window> windows = new ArrayList<>();
    select.windowClause().forEach(w -> windows.addAll(windows(w)));
    return new QueryBody.Select(
        select.setQuantifier() != null && select.setQuantifier().DISTINCT() != null,
        select.selectItem().isEmpty() ? transformed(select) : items(select.selectItem()),
        from,
        behind(select, DatabricksSqlParser.WHERE),
        group(select.groupBy()),
        behind(select, DatabricksSqlParser.HAVING),
        behind(select, DatabricksSqlParser.QUALIFY),
        windows,
        span);
  }

  /** The expression that follows a word. */
  private Optional<Expression> behind(ParserRuleContext rule, int word) {
    for (int i = 0; i + 1 < rule.getChildCount(); i++) {
      ParseTree child = rule.getChild(i);
      if (child instanceof TerminalNode node
          && node.getSymbol().getType() == word
          && rule.getChild(i + 1) instanceof DatabricksSqlParser.ExpressionContext expression) {
        return Optional.of(all.expressions.expression(expression));
      }
    }
    return Optional.empty();
  }

  /** What a script outside of the database makes of columns. */
  private List<SelectItem> transformed(SelectQueryContext select) {
    ParserRuleContext transform =
        select.transform() != null ? select.transform() : select.transformArguments();
    List<SelectItemContext> items =
        select.transform() != null
            ? select.transform().selectItem()
            : select.transformArguments().selectItem();
    Span span = all.text.span(select.getChild(0)).to(all.text.span(transform));
    Identifier word =
        all.text.identifier(select.TRANSFORM() != null ? select.TRANSFORM() : select.getChild(0));
    List<Expression> arguments = new ArrayList<>();
    items(items).forEach(i -> arguments.add(i.expression()));
    Expression call = new Expression.Call(new Name(List.of(word), word.span()), arguments, span);
    return List.of(new SelectItem(call, List.of(), span));
  }

  List<SelectItem> items(List<SelectItemContext> items) {
    return items.stream().map(this::item).toList();
  }

  private SelectItem item(SelectItemContext item) {
    List<Identifier> aliases =
        item.identifier() != null
            ? List.of(all.text.identifier(item.identifier()))
            : item.NULL() != null
                ? List.of(all.text.identifier(item.NULL()))
                : item.aliases() == null
                    ? List.of()
                    : all.names.identifiers(item.aliases().identifier());
    return new SelectItem(
        all.expressions.expression(item.expression()), aliases, all.text.span(item));
  }

  List<Expression> group(@Nullable GroupByContext group) {
    if (group == null) {
      return List.of();
    }
    if (group.ALL() != null) {
      return List.of(
          new Expression.Operation("ALL", List.of(), all.text.span(group.ALL().getSymbol())));
    }
    return group.groupItem().stream().map(this::groupItem).toList();
  }

  Expression groupItem(GroupItemContext item) {
    if (item.LPAREN() == null) {
      return all.expressions.expression(item.expression(0));
    }
    List<Expression> members = new ArrayList<>(all.expressions.list(item.expression()));
    item.groupItem().forEach(i -> members.add(groupItem(i)));
    String word = item.CUBE() != null ? "CUBE" : item.ROLLUP() != null ? "ROLLUP" : "GROUPING SETS";
    return new Expression.Operation(word, members, all.text.span(item));
  }

  List<SortItem> sort(List<SortItemContext> items) {
    return items.stream().map(this::sortItem).toList();
  }

  private SortItem sortItem(SortItemContext item) {
    Expression key =
        item.ALL() != null
            ? new Expression.Operation("ALL", List.of(), all.text.span(item.ALL().getSymbol()))
            : all.expressions.expression(item.expression());
    return new SortItem(key, item.DESC() != null, all.text.span(item));
  }

  List<Window> windows(@Nullable WindowClauseContext clause) {
    return clause == null
        ? List.of()
        : clause.namedWindow().stream()
            .filter(w -> w.windowSpec() != null)
            .map(this::defined)
            .toList();
  }

  private Window defined(DatabricksSqlParser.NamedWindowContext window) {
    Window spec = window(Optional.empty(), window.windowSpec());
    return new Window(
        all.names.identifier(window.identifier(0)),
        spec.partition(),
        spec.order(),
        spec.frame(),
        all.text.span(window));
  }

  Window window(Optional<Identifier> name, WindowSpecContext spec) {
    if (spec.windowSpec() != null) {
      return window(name, spec.windowSpec());
    }
    List<Expression> frame = new ArrayList<>();
    for (FrameBoundContext bound : spec.frameBound()) {
      if (bound.value() != null) {
        frame.add(all.expressions.value(bound.value()));
      }
    }
    return new Window(
        name.or(() -> all.names.identifier(spec.identifier())),
        all.expressions.list(spec.expression()),
        sort(spec.sortItem()),
        frame,
        all.text.span(spec));
  }
}
