package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.ast.Clause;
import dev.bylaw.rules.sql.ast.CommonTable;
import dev.bylaw.rules.sql.ast.Definition;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Manipulation;
import dev.bylaw.rules.sql.ast.Merge;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.PipeStep;
import dev.bylaw.rules.sql.ast.Query;
import dev.bylaw.rules.sql.ast.QueryBody;
import dev.bylaw.rules.sql.ast.Relation;
import dev.bylaw.rules.sql.ast.SelectItem;
import dev.bylaw.rules.sql.ast.SortItem;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a statement reads, calls and compares, wherever within it. */
final class Facts {
  /** A condition and the clause it stands in. */
  record Predicate(String clause, Expression condition) {}

  /** A join, of a query or of a pipe. */
  record Join(
      String kind, Relation right, Optional<Expression> on, List<Identifier> using, Span span) {}

  /**
   * A LIMIT.
   *
   * @param ordered whether the query says which rows come first
   */
  record Limit(Expression rows, boolean ordered) {}

  final List<Relation.Table> reads = new ArrayList<>();
  final List<Expression.Column> columns = new ArrayList<>();
  final List<Expression.Call> functions = new ArrayList<>();
  final List<Expression.Literal> literals = new ArrayList<>();
  final List<Expression.Parameter> parameters = new ArrayList<>();
  final List<Join> joins = new ArrayList<>();
  final List<Predicate> predicates = new ArrayList<>();
  final List<Span> stars = new ArrayList<>();
  final List<Identifier> setOperations = new ArrayList<>();
  final List<Expression> order = new ArrayList<>();
  final List<Limit> limits = new ArrayList<>();
  final List<Name> computed = new ArrayList<>();
  final List<Expression.Column> unqualified = new ArrayList<>();
  private Set<String> common = Set.of();
  private Set<String> lambdas = Set.of();

  Facts(Statement statement) {
    visit(statement);
  }

  private void visit(SqlNode node) {
    if (node instanceof Query query) {
      for (SortItem key : query.order()) {
        order.add(key.expression());
      }
      query.limit().ifPresent(rows -> limits.add(new Limit(rows, !query.order().isEmpty())));
      within(query.with(), query);
    } else if (node instanceof Manipulation manipulation) {
      changed(manipulation);
      within(manipulation.with(), manipulation);
    } else if (node instanceof Expression.Lambda lambda) {
      within(lambda);
    } else if (node instanceof Statement.Script script) {
      script.parts().forEach(this::visit); // what is inside has facts of its own
    } else if (node instanceof Definition.CreateFunction f
        && f.body().filter(Statement.class::isInstance).isPresent()) {
      f.parameters().forEach(this::visit);
    } else {
      note(node);
      for (SqlNode child : node.children()) {
        visit(child);
      }
    }
  }

  /** Common tables see those before them, and hide tables of the same name. */
  private void within(List<CommonTable> with, SqlNode node) {
    Set<String> outer = common;
    for (CommonTable table : with) {
      Set<String> inner = new HashSet<>(common);
      inner.add(table.name().key());
      if (table.recursive()) {
        common = inner;
      }
      visit(table.query());
      common = inner;
    }
    for (SqlNode child : node.children()) {
      if (!(child instanceof CommonTable)) {
        visit(child);
      }
    }
    common = outer;
  }

  private void within(Expression.Lambda lambda) {
    Set<String> outer = lambdas;
    Set<String> inner = new HashSet<>(lambdas);
    lambda.parameters().forEach(p -> inner.add(p.key()));
    lambdas = inner;
    visit(lambda.body());
    lambdas = outer;
  }

  private void note(SqlNode node) {
    if (node instanceof Expression expression) {
      expression(expression);
    } else if (node instanceof Relation.Table table) {
      read(table);
    } else if (node instanceof Relation.Join join) {
      join(join.kind(), join.right(), join.on(), join.using(), join.span());
    } else if (node instanceof PipeStep.Join join) {
      join(join.kind(), join.right(), join.on(), join.using(), join.span());
    } else if (node instanceof QueryBody.TableRows rows) {
      read(rows.table());
    } else if (node instanceof QueryBody.Select select) {
      select(select);
    } else if (node instanceof QueryBody.SetOperation operation) {
      setOperations.add(operation.words());
    } else if (node instanceof Name name) {
      name.computed()
          .filter(e -> !(e instanceof Expression.Literal))
          .ifPresent(e -> computed.add(name));
    } else if (node instanceof PipeStep.Where where) {
      predicates.add(new Predicate("WHERE", where.condition()));
    } else if (node instanceof SelectItem item && isStar(item.expression())) {
      stars.add(item.expression().span());
    } else if (node instanceof Clause.Like like) {
      read(like.source());
    } else if (node instanceof Clause.CloneOf clone) {
      read(clone.source());
    } else if (node instanceof Merge merge) {
      merge.condition().ifPresent(c -> predicates.add(new Predicate("WHEN", c)));
    }
  }

  private void expression(Expression expression) {
    if (expression instanceof Expression.Column column) {
      if (!lambdas.contains(column.parts().get(0).key())) {
        columns.add(column);
      }
    } else if (expression instanceof Expression.Call call) {
      functions.add(call);
    } else if (expression instanceof Expression.Literal literal) {
      literals.add(literal);
    } else if (expression instanceof Expression.Parameter parameter) {
      parameters.add(parameter);
    }
  }

  private static boolean isStar(Expression expression) {
    return expression instanceof Expression.Star
        || (expression instanceof Expression.Operation o && o.operator().equals(".*"));
  }

  private void select(QueryBody.Select select) {
    if (select.items().isEmpty()) {
      stars.add(select.span());
    }
    select.from().stream().skip(1).forEach(this::comma);
    unqualified.addAll(Unqualified.in(select));
    select.where().ifPresent(c -> predicates.add(new Predicate("WHERE", c)));
    select.having().ifPresent(c -> predicates.add(new Predicate("HAVING", c)));
    select.qualify().ifPresent(c -> predicates.add(new Predicate("QUALIFY", c)));
  }

  private void changed(Manipulation manipulation) {
    if (manipulation instanceof Manipulation.Update update) {
      update.where().ifPresent(c -> predicates.add(new Predicate("WHERE", c)));
    } else if (manipulation instanceof Manipulation.Delete delete) {
      delete.where().ifPresent(c -> predicates.add(new Predicate("WHERE", c)));
    } else if (manipulation instanceof Manipulation.MergeInto merge) {
      predicates.add(new Predicate("ON", merge.on()));
    } else if (manipulation instanceof Manipulation.Copy copy && copy.source() instanceof Name n) {
      read(n);
    }
  }

  private void join(
      String kind, Relation right, Optional<Expression> on, List<Identifier> using, Span span) {
    joins.add(new Join(kind, right, on, using, span));
    on.ifPresent(c -> predicates.add(new Predicate("ON", c)));
  }

  /** A relation behind a comma, unless it depends on the ones before it. */
  private void comma(Relation relation) {
    Relation first = relation;
    while (first instanceof Relation.Join join) {
      first = join.left();
    }
    if (!isLateral(first)) {
      joins.add(new Join("COMMA", first, Optional.empty(), List.of(), first.span()));
    }
  }

  /** Whether a relation is made from the rows of those before it. */
  static boolean isLateral(Relation relation) {
    return relation instanceof Relation.Function
        || (relation instanceof Relation.Derived derived && derived.lateral())
        || (relation instanceof Relation.Shaped shaped && isLateral(shaped.input()));
  }

  private void read(Name name) {
    read(new Relation.Table(name, false, Optional.empty(), Optional.empty(), name.span()));
  }

  private void read(Relation.Table table) {
    boolean isCommon =
        table.name().parts().size() == 1 && common.contains(table.name().last().key());
    if (!isCommon) {
      reads.add(table);
    }
  }
}
