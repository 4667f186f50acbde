package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A column of a table or view, a field of a struct, or a parameter of a function.
 *
 * @param type absent in views and where the type follows from a query
 * @param notNull where NOT NULL stands
 * @param generated the expression of GENERATED ALWAYS AS
 * @param identity where GENERATED ... AS IDENTITY stands
 */
public record ColumnDefinition(
    Identifier name,
    Optional<DataType> type,
    Optional<Span> notNull,
    Optional<Expression.Literal> comment,
    Optional<Expression> defaultValue,
    Optional<Expression> generated,
    Optional<Span> identity,
    Optional<Clause.Mask> mask,
    Optional<Name> collation,
    List<Property> tags,
    List<Constraint> constraints,
    Span span)
    implements SqlNode {
  public ColumnDefinition {
    tags = List.copyOf(tags);
    constraints = List.copyOf(constraints);
  }

  /** A column of which no more than name and type is said. */
  public static ColumnDefinition of(Identifier name, Optional<DataType> type, Span span) {
    return new ColumnDefinition(
        name,
        type,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        span);
  }

  @Override
  public List<SqlNode> children() {
    return new Children()
        .add(name)
        .add(type)
        .add(comment)
        .add(defaultValue)
        .add(generated)
        .add(mask)
        .add(collation)
        .add(tags)
        .add(constraints)
        .list();
  }
}
