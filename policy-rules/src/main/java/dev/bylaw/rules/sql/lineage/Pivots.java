package dev.bylaw.rules.sql.lineage;

import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Relation;
import dev.bylaw.rules.sql.ast.SelectItem;
import dev.bylaw.rules.sql.ast.SqlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns behind PIVOT and UNPIVOT. */
final class Pivots {
  private final Queries queries;
  private final Environment environment;
  private final Scope input;

  /**
   * Of a relation.
   *
   * @param input sees the relation, and nothing else
   */
  Pivots(Queries queries, Environment environment, Scope input) {
    this.queries = queries;
    this.environment = environment;
    this.input = input;
  }

  /** Of PIVOT and UNPIVOT; empty for what leaves the columns as they are. */
  Optional<Shape> shape(Relation.Shape shape) {
    if (shape instanceof Relation.Pivot pivot) {
      return Optional.of(pivot(pivot));
    }
    return shape instanceof Relation.Unpivot unpivot
        ? Optional.of(unpivot(unpivot))
        : Optional.empty();
  }

  /** What is neither aggregated nor turned, which are the groups; then each aggregate by value. */
  private Shape pivot(Relation.Pivot pivot) {
    Set<String> taken = new HashSet<>();
    pivot.columns().stream().map(Identifier::key).forEach(taken::add);
    pivot.aggregates().forEach(aggregate -> columns(aggregate.expression(), taken));
    List<Field> fields = others(taken, pivot.columns().get(0));
    for (SelectItem value : pivot.values()) {
      for (SelectItem aggregate : pivot.aggregates()) {
        Values made = values(aggregate.expression());
        String name = name(value);
        String column = pivot.aggregates().size() == 1 ? name : name + "_" + name(aggregate);
        fields.add(new Field(column, value.span(), made.sources(), made.resolved()));
      }
    }
    return Shape.ofQuery(fields);
  }

  /** What is not turned, then the name, then the values, each made of the columns it stands for. */
  private Shape unpivot(Relation.Unpivot unpivot) {
    Set<String> taken = new HashSet<>();
    unpivot.columns().forEach(column -> columns(column.expression(), taken));
    Identifier name = unpivot.name();
    List<Field> fields = others(taken, name);
    fields.add(new Field(name.text(), name.span(), Set.of(), true));
    for (int i = 0; i < unpivot.values().size(); i++) {
      Identifier value = unpivot.values().get(i);
      Field field = new Field(value.text(), value.span(), Set.of(), true);
      for (SelectItem column : unpivot.columns()) {
        field = field.with(turned(column.expression(), i, value));
      }
      fields.add(field);
    }
    return Shape.ofQuery(fields);
  }

  private Field turned(Expression columns, int index, Identifier value) {
    List<Expression> parts =
        columns instanceof Expression.Operation tuple && tuple.operator().equals("()")
            ? tuple.operands()
            : List.of(columns);
    Optional<Values> made =
        index < parts.size() ? Optional.of(values(parts.get(index))) : Optional.empty();
    return new Field(
        value.text(),
        value.span(),
        made.map(Values::sources).orElse(Set.of()),
        made.filter(Values::resolved).isPresent());
  }

  private List<Field> others(Set<String> taken, Identifier place) {
    List<Field> fields = new ArrayList<>(input.star(List.of(), place.span()));
    fields.removeIf(field -> taken.contains(field.key()));
    return fields;
  }

  private Values values(Expression expression) {
    return new Values(queries, environment, input).of(expression);
  }

  /** The keys of the columns within an expression. */
  private static void columns(Expression expression, Set<String> keys) {
    Deque<SqlNode> open = new ArrayDeque<>(List.of(expression));
    while (!open.isEmpty()) {
      SqlNode node = open.pop();
      if (node instanceof Expression.Column column) {
        keys.add(column.parts().get(column.parts().size() - 1).key());
      }
      node.children().forEach(open::push);
    }
  }

  private static String name(SelectItem item) {
    if (!item.aliases().isEmpty()) {
      return item.aliases().get(0).text();
    }
    return item.expression() instanceof Expression.Literal literal
        ? literal.value()
        : item.span().text();
  }
}
