package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/** A statement that makes, changes or drops an object, or describes it. */
public sealed interface Definition extends Statement {
  /** Upper case: {@code TABLE}, {@code MATERIALIZED VIEW}; {@code SCHEMA} for a database. */
  String type();

  /** Where the type is written. */
  Span typeSpan();

  Name name();

  /**
   * CREATE of anything but functions and policies.
   *
   * @param replace where OR REPLACE or OR REFRESH stands
   * @param ifNotExists where it stands
   * @param modifiers upper case: {@code TEMPORARY}, {@code GLOBAL}, {@code EXTERNAL}, {@code LIVE},
   *     {@code PRIVATE}, {@code FOREIGN}
   * @param flow what a flow does
   */
  record Create(
      String type,
      Span typeSpan,
      Name name,
      Optional<Span> replace,
      Optional<Span> ifNotExists,
      List<String> modifiers,
      List<ColumnDefinition> columns,
      List<Constraint> constraints,
      List<Clause> clauses,
      Optional<Query> query,
      Optional<Statement> flow,
      Span span)
      implements Definition {
    public Create {
      modifiers = List.copyOf(modifiers);
      columns = List.copyOf(columns);
      constraints = List.copyOf(constraints);
      clauses = List.copyOf(clauses);
    }

    @Override
    public String kind() {
      return "CREATE " + type;
    }

    @Override
    public List<SqlNode> children() {
      return new Children()
          .add(name)
          .add(columns)
          .add(constraints)
          .add(clauses)
          .add(query)
          .add(flow)
          .list();
    }
  }

  /**
   * CREATE FUNCTION and CREATE PROCEDURE.
   *
   * @param returns of a scalar function
   * @param table the columns of a function that returns rows
   * @param body an expression, a query, a script, or a text in another language
   */
  record CreateFunction(
      String type,
      Span typeSpan,
      Name name,
      Optional<Span> replace,
      Optional<Span> ifNotExists,
      List<String> modifiers,
      List<ColumnDefinition> parameters,
      Optional<DataType> returns,
      List<ColumnDefinition> table,
      List<Clause> clauses,
      Optional<SqlNode> body,
      Span span)
      implements Definition {
    public CreateFunction {
      modifiers = List.copyOf(modifiers);
      parameters = List.copyOf(parameters);
      table = List.copyOf(table);
      clauses = List.copyOf(clauses);
    }

    @Override
    public String kind() {
      return "CREATE " + type;
    }

    @Override
    public List<SqlNode> children() {
      return new Children()
          .add(name)
          .add(parameters)
          .add(returns)
          .add(table)
          .add(clauses)
          .add(body)
          .list();
    }
  }

  /**
   * CREATE POLICY: a mask, row filter or grant that follows tags.
   *
   * @param on the securable that it hangs on
   * @param to principals that it holds for
   * @param except principals that it does not hold for
   * @param when the condition on tables
   * @param match the conditions on columns, with the names by which the function's arguments mean
   *     them
   * @param arguments of USING COLUMNS, or the column that is masked
   */
  record CreatePolicy(
      Name name,
      Span typeSpan,
      Optional<Span> replace,
      String onType,
      Optional<Name> on,
      Optional<Expression.Literal> comment,
      String action,
      Optional<Name> function,
      List<Identifier> to,
      List<Identifier> except,
      Optional<Expression> when,
      List<SelectItem> match,
      List<Expression> arguments,
      Span span)
      implements Definition {
    public CreatePolicy {
      to = List.copyOf(to);
      except = List.copyOf(except);
      match = List.copyOf(match);
      arguments = List.copyOf(arguments);
    }

    @Override
    public String type() {
      return "POLICY";
    }

    @Override
    public String kind() {
      return "CREATE POLICY";
    }

    @Override
    public List<SqlNode> children() {
      return new Children()
          .add(name)
          .add(on)
          .add(comment)
          .add(function)
          .add(to)
          .add(except)
          .add(when)
          .add(match)
          .add(arguments)
          .list();
    }
  }

  /**
   * ALTER, and SET TAG and UNSET TAG.
   *
   * @param verb {@code ALTER}, {@code SET TAG ON} or {@code UNSET TAG ON}
   */
  record Alter(
      String verb,
      String type,
      Span typeSpan,
      Name name,
      boolean ifExists,
      List<Change> changes,
      Span span)
      implements Definition {
    public Alter {
      changes = List.copyOf(changes);
    }

    @Override
    public String kind() {
      return verb + " " + type;
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(name).add(changes).list();
    }
  }

  /**
   * DROP, UNDROP and TRUNCATE.
   *
   * @param verb which of them
   */
  record Drop(
      String verb,
      String type,
      Span typeSpan,
      Name name,
      boolean ifExists,
      boolean cascade,
      List<SqlNode> parts,
      Span span)
      implements Definition {
    public Drop {
      parts = List.copyOf(parts);
    }

    @Override
    public String kind() {
      return verb + " " + type;
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(name).add(parts).list();
    }
  }

  /**
   * COMMENT ON.
   *
   * @param comment absent where the comment is removed
   */
  record CommentOn(String type, Span typeSpan, Name name, Optional<Expression> comment, Span span)
      implements Definition {
    @Override
    public String kind() {
      return "COMMENT ON";
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(name).add(comment).list();
    }
  }
}
