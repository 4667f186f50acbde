package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/** What has a value. */
public sealed interface Expression extends SqlNode {
  /** What a literal is. */
  enum LiteralType {
    NULL,
    BOOLEAN,
    NUMBER,
    TEXT,
    /** Such as {@code DATE '2027-01-01'}. */
    TYPED,
    INTERVAL
  }

  /**
   * A constant.
   *
   * @param value of a text without quotes and escapes; of all others as written
   */
  record Literal(LiteralType type, String value, Span span) implements Expression {
    @Override
    public List<SqlNode> children() {
      return List.of();
    }
  }

  /**
   * A column, as far as one can tell: its first parts may name tables, its last ones fields.
   *
   * @param parts never empty
   */
  record Column(List<Identifier> parts, Span span) implements Expression {
    public Column {
      parts = List.copyOf(parts);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(parts).list();
    }
  }

  /**
   * All columns.
   *
   * @param qualifier of which relation or struct; empty for all
   */
  record Star(List<Identifier> qualifier, List<Name> except, Span span) implements Expression {
    public Star {
      qualifier = List.copyOf(qualifier);
      except = List.copyOf(except);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(qualifier).add(except).list();
    }
  }

  /**
   * A call of a function.
   *
   * @param order within the arguments or the group
   */
  record Call(
      Name function,
      boolean distinct,
      List<Expression> arguments,
      List<SortItem> order,
      Optional<Expression> filter,
      Optional<Window> over,
      Span span)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
      order = List.copyOf(order);
    }

    /** A plain call. */
    public Call(Name function, List<Expression> arguments, Span span) {
      this(function, false, arguments, List.of(), Optional.empty(), Optional.empty(), span);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(function).add(arguments).add(order).add(filter).add(over).list();
    }
  }

  /** A query in brackets. */
  record Subquery(Query query, Span span) implements Expression {
    @Override
    public List<SqlNode> children() {
      return Children.of(query);
    }
  }

  /** {@code (x, y) -> x + y}. */
  record Lambda(List<Identifier> parameters, Expression body, Span span) implements Expression {
    public Lambda {
      parameters = List.copyOf(parameters);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(parameters).add(body).list();
    }
  }

  /** A change of type. */
  record Cast(Expression operand, DataType type, Span span) implements Expression {
    @Override
    public List<SqlNode> children() {
      return Children.of(operand, type);
    }
  }

  /**
   * A value that is given when the statement runs.
   *
   * @param name without its sign; empty for {@code ?}
   */
  record Parameter(String name, Span span) implements Expression {
    @Override
    public List<SqlNode> children() {
      return List.of();
    }
  }

  /** A field of a struct or of semi-structured data: {@code f(x).name}, {@code x:name}. */
  record Field(Expression base, Identifier name, Span span) implements Expression {
    @Override
    public List<SqlNode> children() {
      return Children.of(base, name);
    }
  }

  /** An argument by name, {@code name => value}, or a named field, {@code value AS name}. */
  record Named(Identifier name, Expression value, Span span) implements Expression {
    @Override
    public List<SqlNode> children() {
      return Children.of(name, value);
    }
  }

  /** A relation as an argument of a table-valued function. */
  record Rows(Relation relation, Span span) implements Expression {
    @Override
    public List<SqlNode> children() {
      return Children.of(relation);
    }
  }

  /**
   * All other expressions.
   *
   * @param operator upper case, for example {@code AND}, {@code =}, {@code NOT IN}, {@code IS
   *     NULL}, {@code CASE}, {@code []}, {@code ()} for a row or brackets
   */
  record Operation(String operator, List<Expression> operands, Span span) implements Expression {
    public Operation {
      operands = List.copyOf(operands);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(operands).list();
    }
  }
}
