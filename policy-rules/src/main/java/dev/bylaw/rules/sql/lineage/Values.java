package dev.bylaw.rules.sql.lineage;

import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.QueryBody;
import dev.bylaw.rules.sql.ast.SqlNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the value of an expression is made of. Walks without recursion, except into queries. */
final class Values {
  private final Queries queries;
  private final Environment environment;
  private final Scope scope;
  private final Set<Source> sources = new TreeSet<>();
  private boolean resolved = true;

  /** A piece of the expression, and the parameters of the lambdas around it. */
  private record Open(SqlNode node, Set<String> bound) {}

  Values(Queries queries, Environment environment, Scope scope) {
    this.queries = queries;
    this.environment = environment;
    this.scope = scope;
  }

  Values of(SqlNode expression) {
    Deque<Open> open = new ArrayDeque<>();
    open.push(new Open(expression, Set.of()));
    while (!open.isEmpty()) {
      visit(open.pop(), open);
    }
    return this;
  }

  Set<Source> sources() {
    return sources;
  }

  boolean resolved() {
    return resolved;
  }

  private void visit(Open at, Deque<Open> open) {
    SqlNode node = at.node;
    if (node instanceof Expression.Column column) {
      if (!at.bound.contains(column.parts().get(0).key())) {
        column(column);
      }
    } else if (node instanceof QueryBody query) {
      take(queries.shape(query, environment, Optional.of(scope)));
    } else if (node instanceof Expression.Rows rows) {
      Scope read = new Scope(Optional.empty());
      queries.relation(rows.relation(), environment, read, Optional.empty());
      read.parts().forEach(part -> take(part.shape()));
    } else if (node instanceof Expression.Lambda lambda) {
      Set<String> bound = new HashSet<>(at.bound);
      lambda.parameters().stream().map(Identifier::key).forEach(bound::add);
      open.push(new Open(lambda.body(), bound));
    } else if (node instanceof Expression.Star star) {
      scope.star(star.qualifier(), star.span()).forEach(this::take);
    } else {
      boolean count =
          node instanceof Expression.Call call && call.function().last().key().equals("count");
      for (SqlNode child : node.children()) {
        if (!(count && child instanceof Expression.Star)) {
          open.push(new Open(child, at.bound));
        }
      }
    }
  }

  private void column(Expression.Column column) {
    Optional<Field> field = scope.resolve(column.parts());
    field.ifPresent(this::take);
    resolved &= field.isPresent();
  }

  private void take(Field field) {
    sources.addAll(field.sources());
    resolved &= field.resolved();
  }

  private void take(Shape shape) {
    shape.fields().forEach(this::take);
    shape.rest().ifPresent(rest -> resolved = false);
  }
}
