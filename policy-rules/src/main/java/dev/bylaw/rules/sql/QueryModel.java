package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Relation;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What a statement reads, calls and compares, as the input document shows it. */
final class QueryModel {
  private final Namespace namespace;
  private final Span statement;

  QueryModel(Namespace namespace, Span statement) {
    this.namespace = namespace;
    this.statement = statement;
  }

  void describe(Facts facts, Tree out) {
    out.put("reads", list(facts.reads, this::read));
    boolean star = !facts.stars.isEmpty();
    out.put("star", star, star ? facts.stars.get(0) : statement);
    out.putAny("stars", list(facts.stars, s -> Tree.text(s.text(), s)));
    out.putAny("columnsRead", list(facts.columns, QueryModel::column));
    out.putAny("functions", list(facts.functions, this::call));
    out.putAny("joins", list(facts.joins, this::join));
    out.putAny("predicates", list(facts.predicates, this::predicate));
    out.putAny("literals", list(facts.literals, QueryModel::literal));
    out.putAny("setOperations", Values.texts(facts.setOperations, statement));
    out.putAny("orderBy", list(facts.order, Values::written));
    out.putAny("limits", list(facts.limits, QueryModel::limit));
    out.putAny("computedNames", list(facts.computed, QueryModel::computed));
    out.putAny("unqualified", list(facts.unqualified, Values::written));
    out.putAny("parameters", list(facts.parameters, QueryModel::parameter));
  }

  private <T> Located.Array list(List<? extends T> things, Function<T, Located> shown) {
    return Tree.list(things, shown, statement);
  }

  Located read(Relation.Table table) {
    Tree tree = named(table.name());
    if (table.stream()) {
      tree.put("stream", true, table.span());
    }
    table.version().ifPresent(v -> tree.put("version", Values.written(v)));
    table.alias().ifPresent(a -> tree.put("alias", Values.text(a.name())));
    return tree.build();
  }

  /** A table by its name. */
  Tree named(Name name) {
    Tree tree = new Tree(name.span());
    tree.put("name", Values.text(name.last())).put("fullName", Values.text(name));
    namespace.resolve(name, "TABLE").ifPresent(r -> tree.put("resolved", r, name.span()));
    return tree;
  }

  static Located column(Expression.Column column) {
    Tree tree = new Tree(column.span());
    var parts = column.parts();
    tree.put("name", Values.text(parts.get(parts.size() - 1)));
    Name full = new Name(parts, column.span());
    return tree.put("fullName", Values.text(full)).build();
  }

  private Located call(Expression.Call call) {
    return new Tree(call.span())
        .put("name", call.function().text().toLowerCase(Locale.ROOT), call.function().span())
        .put("arguments", Values.written(call.arguments(), call.function().span()))
        .put("distinct", call.distinct(), call.span())
        .put("window", call.over().isPresent(), call.span())
        .build();
  }

  private Located join(Facts.Join join) {
    Tree tree = new Tree(join.span()).put("kind", join.kind(), join.span());
    if (Facts.isLateral(join.right())) {
      tree.put("lateral", true, join.span());
    }
    if (join.right() instanceof Relation.Table table) {
      tree.put("table", Values.text(table.name()));
    }
    join.on().ifPresent(c -> tree.put("condition", Values.written(c)));
    return tree.put("using", Values.texts(join.using(), join.span())).build();
  }

  private static Located limit(Facts.Limit limit) {
    return new Tree(limit.rows().span())
        .put("text", Values.written(limit.rows()))
        .put("ordered", limit.ordered(), limit.rows().span())
        .build();
  }

  private static Located computed(Name name) {
    return new Tree(name.span()).put("text", Values.written(name)).build();
  }

  private Located predicate(Facts.Predicate predicate) {
    Expression condition = predicate.condition();
    Tree tree = new Tree(condition.span()).put("clause", predicate.clause(), condition.span());
    tree.put("text", Values.written(condition));
    List<Located> columns = new ArrayList<>();
    columns(condition, columns);
    return tree.put("columns", Tree.list(columns, condition.span())).build();
  }

  /** Without those of subqueries. */
  private static void columns(Expression expression, List<Located> out) {
    if (expression instanceof Expression.Column column) {
      out.add(Values.text(new Name(column.parts(), column.span())));
    }
    for (var child : expression.children()) {
      if (child instanceof Expression inner) {
        columns(inner, out);
      }
    }
  }

  private static Located literal(Expression.Literal literal) {
    return new Tree(literal.span())
        .put("type", literal.type().name().toLowerCase(Locale.ROOT), literal.span())
        .put("value", Values.text(literal))
        .build();
  }

  private static Located parameter(Expression.Parameter parameter) {
    return Tree.text(parameter.name(), parameter.span());
  }
}
