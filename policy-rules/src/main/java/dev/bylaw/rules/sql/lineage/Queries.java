package dev.bylaw.rules.sql.lineage;

import dev.bylaw.rules.sql.ast.Alias;
import dev.bylaw.rules.sql.ast.CommonTable;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Query;
import dev.bylaw.rules.sql.ast.QueryBody;
import dev.bylaw.rules.sql.ast.Relation;
import dev.bylaw.rules.sql.ast.SelectItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns of queries. */
final class Queries {
  Shape shape(QueryBody body, Environment environment, Optional<Scope> outer) {
    if (body instanceof Query query) {
      return query(query, environment, outer);
    } else if (body instanceof QueryBody.Select select) {
      return Shape.ofQuery(select(select, environment, outer));
    } else if (body instanceof QueryBody.SetOperation operation) {
      Shape left = shape(operation.left(), environment, outer);
      return combined(left, shape(operation.right(), environment, outer), operation.byName());
    } else if (body instanceof QueryBody.TableRows rows) {
      return environment.shape(rows.table());
    } else if (body instanceof QueryBody.Values values) {
      return values(values, environment, outer);
    } else if (body instanceof QueryBody.Piped piped) {
      return new Pipes(this, environment, outer).shape(piped);
    }
    return Shape.madeOf(Set.of(), false);
  }

  /** The output columns of a query, with a star for each relation whose columns are not known. */
  List<Field> fields(QueryBody body, Environment environment) {
    Shape shape = shape(body, environment, Optional.empty());
    List<Field> fields = new ArrayList<>(shape.fields());
    shape.rest().ifPresent(rest -> fields.add(rest.star(body.span())));
    return fields;
  }

  private Shape query(Query query, Environment around, Optional<Scope> outer) {
    Environment environment = query.with().isEmpty() ? around : around.copy();
    for (CommonTable common : query.with()) {
      if (common.recursive() && common.query().body() instanceof QueryBody.SetOperation both) {
        Shape start = shape(both.left(), environment, outer).renamed(common.columns());
        environment.add(common.name().key(), start);
      }
      Shape shape = shape(common.query(), environment, outer).renamed(common.columns());
      environment.add(common.name().key(), shape);
    }
    return shape(query.body(), environment, outer);
  }

  private List<Field> select(
      QueryBody.Select select, Environment environment, Optional<Scope> outer) {
    Scope scope = new Scope(outer);
    for (Relation relation : select.from()) {
      relation(relation, environment, scope, outer);
    }
    if (select.items().isEmpty()) {
      return scope.star(List.of(), select.span());
    }
    List<Field> fields = new ArrayList<>();
    for (SelectItem item : select.items()) {
      fields.addAll(item(item, environment, scope));
    }
    return fields;
  }

  List<Field> item(SelectItem item, Environment environment, Scope scope) {
    if (item.expression() instanceof Expression.Star star) {
      Set<String> except = new HashSet<>();
      star.except().stream().map(Name::key).forEach(except::add);
      return scope.star(star.qualifier(), star.span()).stream()
          .filter(f -> !except.contains(f.key()))
          .map(f -> f.isStar() ? f : f.named(f.name(), star.span()))
          .toList();
    }
    Values values = new Values(this, environment, scope).of(item.expression());
    if (item.aliases().isEmpty()) {
      String name = name(item.expression());
      return List.of(new Field(name, item.span(), values.sources(), values.resolved()));
    }
    List<Field> fields = new ArrayList<>();
    for (Identifier alias : item.aliases()) {
      fields.add(new Field(alias.text(), alias.span(), values.sources(), values.resolved()));
    }
    fields.forEach(scope::alias);
    return List.copyOf(fields);
  }

  private static String name(Expression expression) {
    if (expression instanceof Expression.Column column) {
      return column.parts().get(column.parts().size() - 1).text();
    } else if (expression instanceof Expression.Field field) {
      return field.name().text();
    }
    return expression.span().text();
  }

  /** By place, or by name. */
  static Shape combined(Shape left, Shape right, boolean byName) {
    List<Field> fields = new ArrayList<>();
    boolean known = left.rest().isEmpty() && right.rest().isEmpty();
    for (int i = 0; i < left.fields().size(); i++) {
      Field field = left.fields().get(i);
      Optional<Field> other =
          byName
              ? right.field(field.key())
              : known && i < right.fields().size()
                  ? Optional.of(right.fields().get(i))
                  : Optional.empty();
      boolean absent = byName && right.rest().isEmpty();
      fields.add(other.map(field::with).orElse(absent ? field : field.unresolved()));
    }
    if (byName) {
      right.fields().stream().filter(f -> left.field(f.key()).isEmpty()).forEach(fields::add);
    }
    return known
        ? Shape.of(fields)
        : new Shape(fields, Optional.of(new Shape.Rest(Optional.empty(), Set.of(), false)));
  }

  private Shape values(QueryBody.Values values, Environment environment, Optional<Scope> outer) {
    List<Field> fields = new ArrayList<>();
    Scope scope = new Scope(outer);
    for (Expression row : values.rows()) {
      List<Expression> columns =
          row instanceof Expression.Operation tuple && tuple.operator().equals("()")
              ? tuple.operands()
              : List.of(row);
      for (int i = 0; i < columns.size(); i++) {
        Values value = new Values(this, environment, scope).of(columns.get(i));
        Field field =
            new Field("col" + (i + 1), columns.get(i).span(), value.sources(), value.resolved());
        if (i == fields.size()) {
          fields.add(field);
        } else {
          fields.set(i, fields.get(i).with(field));
        }
      }
    }
    return Shape.of(fields).renamed(values.alias().map(Alias::columns).orElse(List.of()));
  }

  void relation(Relation relation, Environment environment, Scope scope, Optional<Scope> outer) {
    new Relations(this, environment, scope, outer).add(relation);
  }
}
