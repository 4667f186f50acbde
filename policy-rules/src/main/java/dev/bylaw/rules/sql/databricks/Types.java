package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.ColumnDefinition;
import dev.bylaw.rules.sql.ast.DataType;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.DataTypeContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.StructFieldContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.TypeNumbersContext;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Data types. */
final class Types {
  private final Builders all;

  Types(Builders all) {
    this.all = all;
  }

  Optional<DataType> optional(@Nullable DataTypeContext type) {
    return Optional.ofNullable(type).map(this::type);
  }

  DataType type(DataTypeContext type) {
    Span span = all.text.span(type);
    if (type.STRUCT() != null) {
      List<ColumnDefinition> fields = type.structField().stream().map(this::field).toList();
      return new DataType("STRUCT", List.of(), List.of(), fields, span);
    }
    List<DataType> elements = type.dataType().stream().map(this::type).toList();
    return new DataType(name(type), numbers(type.typeNumbers()), elements, List.of(), span);
  }

  /** The words before and behind the brackets, without a collation. */
  private String name(DataTypeContext type) {
    StringBuilder name = new StringBuilder();
    for (ParseTree child : type.children) {
      boolean word =
          child instanceof DatabricksSqlParser.TypeWordContext
              || child instanceof DatabricksSqlParser.IntervalUnitContext
              || (child instanceof TerminalNode node && isWord(node));
      if (word) {
        name.append(name.isEmpty() ? "" : " ").append(Literals.name(all.text.of(child)));
      }
    }
    return name.toString().toUpperCase(Locale.ROOT);
  }

  private static boolean isWord(TerminalNode node) {
    return switch (node.getSymbol().getType()) {
      case DatabricksSqlParser.INTERVAL,
          DatabricksSqlParser.TO,
          DatabricksSqlParser.WITH,
          DatabricksSqlParser.WITHOUT,
          DatabricksSqlParser.TIME,
          DatabricksSqlParser.ZONE,
          DatabricksSqlParser.PRECISION,
          DatabricksSqlParser.VARYING ->
          true;
      default -> false;
    };
  }

  private static List<Integer> numbers(@Nullable TypeNumbersContext given) {
    List<Integer> numbers = new ArrayList<>();
    List<TerminalNode> nodes = given == null ? List.of() : given.NUMBER();
    for (TerminalNode number : nodes) {
      String digits = number.getText();
      if (digits.length() < 10 && digits.chars().allMatch(Character::isDigit)) {
        numbers.add(Integer.parseInt(digits));
      }
    }
    return numbers;
  }

  private ColumnDefinition field(StructFieldContext field) {
    Optional<Span> notNull =
        field.NOT().isEmpty()
            ? Optional.empty()
            : Optional.of(all.text.span(field.NOT(0), field.NULL(0)));
    Optional<Expression.Literal> comment =
        field.comment().stream().findFirst().flatMap(c -> all.clauses.text(c));
    ColumnDefinition plain =
        ColumnDefinition.of(
            all.text.identifier(field.identifier()),
            Optional.of(type(field.dataType())),
            all.text.span(field));
    return new ColumnDefinition(
        plain.name(),
        plain.type(),
        notNull,
        comment,
        field.expression().stream().findFirst().map(all.expressions::expression),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        field.name().stream().findFirst().map(all.names::name),
        List.of(),
        List.of(),
        plain.span());
  }
}
