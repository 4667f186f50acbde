package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Clause;
import dev.bylaw.rules.sql.ast.ColumnDefinition;
import dev.bylaw.rules.sql.ast.Constraint;
import dev.bylaw.rules.sql.ast.DataType;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Property;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.AddedColumnContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ColumnDefinitionContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ColumnOptionContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ConstraintOptionContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ExpectationContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.TableConstraintContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.TableElementContext;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Columns and constraints. */
final class Columns {
  private final Builders all;

  Columns(Builders all) {
    this.all = all;
  }

  SqlNode element(TableElementContext element) {
    if (element.expectation() != null) {
      return expectation(element.expectation());
    }
    if (element.tableConstraint() != null) {
      return constraint(element.tableConstraint());
    }
    return element.columnDefinition() != null
        ? column(element.columnDefinition())
        : new Clause.Other("WATERMARK", all.parts.of(element), all.text.span(element));
  }

  ColumnDefinition column(ColumnDefinitionContext column) {
    return column(
        all.text.identifier(column.identifier()),
        all.types.optional(column.dataType()),
        column.columnOption(),
        all.text.span(column));
  }

  /** A field of a struct may be added too; its name has several parts. */
  ColumnDefinition column(AddedColumnContext column) {
    return column(
        all.names.flat(column.name()),
        Optional.of(all.types.type(column.dataType())),
        column.columnOption(),
        all.text.span(column));
  }

  ColumnDefinition column(
      Identifier name, Optional<DataType> type, List<ColumnOptionContext> options, Span span) {
    Options found = new Options();
    options.forEach(o -> found.read(o, name));
    return new ColumnDefinition(
        name,
        type,
        Optional.ofNullable(found.notNull),
        found.comment,
        found.defaultValue,
        found.generated,
        Optional.ofNullable(found.identity),
        Optional.ofNullable(found.mask),
        found.collation,
        found.tags,
        found.constraints,
        span);
  }

  /** What the options of a column say, put together. */
  private final class Options {
    private @Nullable Span notNull;
    private @Nullable Span identity;
    private Clause.@Nullable Mask mask;
    private Optional<Expression.Literal> comment = Optional.empty();
    private Optional<Expression> defaultValue = Optional.empty();
    private Optional<Expression> generated = Optional.empty();
    private Optional<Name> collation = Optional.empty();
    private final List<Property> tags = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();

    void read(ColumnOptionContext option, Identifier column) {
      if (isConstraint(option)) {
        constraints.add(constraint(option, column));
      } else if (option.mask() != null) {
        mask = all.clauses.mask(option.mask());
      } else if (option.tagList() != null) {
        tags.addAll(all.clauses.properties(option.tagList().properties()));
      } else if (option.comment() != null) {
        comment = all.clauses.text(option.comment());
      } else if (option.COLLATE() != null) {
        collation = all.names.optional(option.name());
      } else if (option.IDENTITY() != null) {
        identity = all.text.span(option);
      } else if (option.AS() != null) {
        generated = all.expressions.optional(option.expression());
      } else if (option.expression() != null) {
        defaultValue = all.expressions.optional(option.expression());
      } else if (option.NOT() != null && option.NULL() != null) {
        notNull = all.text.span(option);
      }
    }
  }

  private static boolean isConstraint(ColumnOptionContext option) {
    return option.PRIMARY() != null
        || option.UNIQUE() != null
        || option.REFERENCES() != null
        || option.CHECK() != null;
  }

  private Constraint constraint(ColumnOptionContext option, Identifier column) {
    Span span = all.text.span(option);
    Optional<Identifier> name = all.names.identifier(option.identifier());
    List<String> options = options(option.constraintOption());
    if (option.CHECK() != null) {
      Expression condition = all.expressions.expression(option.expression());
      return new Constraint.Check(name, condition, options, span);
    }
    span = column.span().to(span);
    return option.REFERENCES() == null
        ? new Constraint.Key(name, option.PRIMARY() != null, List.of(column), options, span)
        : new Constraint.ForeignKey(
            name,
            List.of(column),
            all.names.name(option.name()),
            all.names.identifiers(option.names()),
            options,
            span);
  }

  Constraint constraint(TableConstraintContext constraint) {
    Span span = all.text.span(constraint);
    Optional<Identifier> name = all.names.identifier(constraint.identifier());
    List<String> options = options(constraint.constraintOption());
    if (constraint.CHECK() != null) {
      Expression condition = all.expressions.expression(constraint.expression());
      return new Constraint.Check(name, condition, options, span);
    }
    if (constraint.FOREIGN() != null) {
      return new Constraint.ForeignKey(
          name,
          all.names.identifiers(constraint.names(0)),
          all.names.name(constraint.name()),
          all.names.identifiers(constraint.names(1)),
          options,
          span);
    }
    List<Identifier> columns =
        constraint.keyColumn().stream().map(k -> all.text.identifier(k.identifier())).toList();
    return new Constraint.Key(name, constraint.PRIMARY() != null, columns, options, span);
  }

  Constraint.Expectation expectation(ExpectationContext expectation) {
    Optional<String> violation =
        expectation.VIOLATION() == null
            ? Optional.empty()
            : Optional.of(expectation.DROP() != null ? "DROP ROW" : "FAIL UPDATE");
    return new Constraint.Expectation(
        all.names.identifier(expectation.identifier()),
        all.expressions.expression(expectation.expression()),
        violation,
        all.text.span(expectation));
  }

  private static List<String> options(List<ConstraintOptionContext> options) {
    return options.stream().map(Columns::words).toList();
  }

  /** The words of a rule, upper case. */
  static String words(ParserRuleContext rule) {
    return rule.children.stream()
        .map(c -> c.getText().toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }
}
