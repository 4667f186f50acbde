package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Expression.Literal;
import dev.bylaw.rules.sql.ast.Expression.LiteralType;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Relation;
import dev.bylaw.rules.sql.ast.SortItem;
import dev.bylaw.rules.sql.ast.Window;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ArgumentContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.CallArgumentsContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.CallSuffixContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.IntervalPartContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.LambdaContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PrimaryContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.SelectItemContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.StarExceptContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ValueContext;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Constants, columns, calls, and what stands in brackets. */
final class Primaries {
  private final Builders all;

  Primaries(Builders all) {
    this.all = all;
  }

  Expression primary(PrimaryContext primary) {
    Span span = all.text.span(primary);
    ParseTree first = primary.getChild(0);
    if (primary.IDENTIFIER() != null) {
      Expression value = all.expressions.expression(primary.expression(0));
      return new Expression.Column(all.names.computed(value, span), span);
    }
    if (primary.text() != null) {
      Literal text = all.text.literal(primary.text());
      return primary.identifier() == null
          ? text
          : new Literal(LiteralType.TYPED, text.value(), span);
    }
    if (primary.identifier() != null && primary.getChildCount() == 1) {
      return new Expression.Column(List.of(all.text.identifier(first)), span);
    }
    if (primary.functionWord() != null) {
      return new Expression.Column(List.of(all.text.identifier(first)), span);
    }
    if (primary.LPAREN() != null) {
      return bracketed(primary, span);
    }
    if (!primary.intervalPart().isEmpty()) {
      return interval(primary, span);
    }
    if (primary.CASE() != null) {
      return new Expression.Operation("CASE", all.expressions.list(primary.expression()), span);
    }
    return sign(primary, span);
  }

  private Expression sign(PrimaryContext primary, Span span) {
    if (primary.STAR() != null) {
      return new Expression.Star(List.of(), except(primary.starExcept()), span);
    }
    if (primary.NUMBER() != null) {
      return new Literal(LiteralType.NUMBER, span.text(), span);
    }
    if (primary.DOLLAR_STRING() != null) {
      return dollars(span);
    }
    if (primary.NULL() != null) {
      return new Literal(LiteralType.NULL, span.text(), span);
    }
    if (primary.TRUE() != null || primary.FALSE() != null) {
      return new Literal(LiteralType.BOOLEAN, span.text(), span);
    }
    return new Expression.Parameter(
        primary.anyWord() == null ? "" : Literals.name(all.text.of(primary.anyWord())), span);
  }

  /** A text between {@code $$}. */
  Literal dollars(Span span) {
    String text = span.text();
    return new Literal(LiteralType.TEXT, text.substring(2, text.length() - 2), span);
  }

  private Expression bracketed(PrimaryContext primary, Span span) {
    if (primary.query() != null) {
      Expression query = new Expression.Subquery(all.queries.query(primary.query()), span);
      return primary.EXISTS() == null
          ? query
          : new Expression.Operation("EXISTS", List.of(query), span);
    }
    if (primary.CAST() != null || primary.TRY_CAST() != null) {
      Expression operand = all.expressions.expression(primary.expression(0));
      return new Expression.Cast(operand, all.types.type(primary.dataType()), span);
    }
    if (!(primary.getChild(0) instanceof ParserRuleContext)
        && primary.getChild(0) != primary.LPAREN()) {
      return worded(primary, span);
    }
    List<Expression> items = primary.selectItem().stream().map(this::item).toList();
    return items.size() == 1 ? items.get(0) : new Expression.Operation("()", items, span);
  }

  /** A function with words between its arguments. */
  private Expression worded(PrimaryContext primary, Span span) {
    List<Expression> arguments = new ArrayList<>(all.expressions.list(primary.expression()));
    primary.value().forEach(v -> arguments.add(all.expressions.value(v)));
    Identifier function = all.text.identifier(primary.getChild(0));
    return new Expression.Call(new Name(List.of(function), function.span()), arguments, span);
  }

  private Expression item(SelectItemContext item) {
    Expression value = all.expressions.expression(item.expression());
    return item.identifier() == null
        ? value
        : new Expression.Named(all.text.identifier(item.identifier()), value, all.text.span(item));
  }

  private Expression interval(PrimaryContext primary, Span span) {
    List<Expression> operands = new ArrayList<>();
    for (IntervalPartContext part : primary.intervalPart()) {
      if (part.expression() != null) {
        operands.add(all.expressions.expression(part.expression()));
      } else if (part.identifier() != null) {
        Identifier column = all.text.identifier(part.identifier());
        operands.add(new Expression.Column(List.of(column), column.span()));
      }
    }
    return operands.isEmpty()
        ? new Literal(LiteralType.INTERVAL, span.text(), span)
        : new Expression.Operation("INTERVAL", operands, span);
  }

  /** A step into semi-structured data or an element. */
  Expression path(Expression base, ValueContext step, Span span) {
    if (step.text() != null || (step.COLON() != null && step.anyWord() != null)) {
      ParseTree word = step.text() != null ? step.text() : step.anyWord();
      Identifier field =
          step.text() != null
              ? new Identifier(all.text.literal(step.text()).value(), all.text.span(word))
              : all.text.identifier(word);
      return new Expression.Field(base, field, span);
    }
    List<Expression> operands = new ArrayList<>(List.of(base));
    all.expressions.optional(step.expression()).ifPresent(operands::add);
    return new Expression.Operation("[]", operands, span);
  }

  Expression call(Expression function, ValueContext step, Span span) {
    CallArgumentsContext given = step.callArguments();
    List<Expression> arguments = arguments(given.argument());
    if (!(function instanceof Expression.Column column)) {
      List<Expression> operands = new ArrayList<>(List.of(function));
      operands.addAll(arguments);
      return new Expression.Operation("CALL", operands, span);
    }
    List<SortItem> order = new ArrayList<>(all.queries.sort(given.sortItem()));
    Optional<Expression> filter = Optional.empty();
    Optional<Window> over = Optional.empty();
    for (CallSuffixContext suffix : step.callSuffix()) {
      order.addAll(all.queries.sort(suffix.sortItem()));
      filter = filter.or(() -> all.expressions.optional(suffix.expression()));
      over = over.or(() -> over(suffix));
    }
    boolean distinct = given.setQuantifier() != null && given.setQuantifier().DISTINCT() != null;
    Name name = new Name(column.parts(), column.span());
    return new Expression.Call(name, distinct, arguments, order, filter, over, span);
  }

  private Optional<Window> over(CallSuffixContext suffix) {
    if (suffix.windowSpec() != null) {
      return Optional.of(all.queries.window(Optional.empty(), suffix.windowSpec()));
    }
    return all.names
        .identifier(suffix.identifier())
        .map(n -> new Window(Optional.of(n), List.of(), List.of(), List.of(), n.span()));
  }

  List<Expression> arguments(List<ArgumentContext> arguments) {
    return arguments.stream().map(this::argument).toList();
  }

  private Expression argument(ArgumentContext argument) {
    boolean named = argument.FAT_ARROW() != null;
    boolean aliased = argument.AS() != null;
    Expression value = value(argument);
    if (!named && !aliased) {
      return value;
    }
    var words = argument.identifier();
    Identifier name = all.text.identifier(words.get(named ? 0 : words.size() - 1));
    return new Expression.Named(name, value, all.text.span(argument));
  }

  private Expression value(ArgumentContext argument) {
    if (argument.lambda() != null) {
      return lambda(argument.lambda());
    }
    if (argument.expression() != null) {
      return all.expressions.expression(argument.expression());
    }
    return rows(argument.tableRead(), argument.query(), all.text.span(argument));
  }

  /** A table or a query as an argument. */
  Expression rows(
      DatabricksSqlParser.@Nullable TableReadContext table,
      DatabricksSqlParser.@Nullable QueryContext query,
      Span span) {
    Relation relation =
        table != null
            ? all.relations.plain(all.names.name(table.name()))
            : all.relations.derived(query, span);
    return new Expression.Rows(relation, span);
  }

  private Expression lambda(LambdaContext lambda) {
    return new Expression.Lambda(
        all.names.identifiers(lambda.anyWord()),
        all.expressions.expression(lambda.expression()),
        all.text.span(lambda));
  }

  List<Name> except(@Nullable StarExceptContext except) {
    return except == null ? List.of() : all.names.names(except.name());
  }
}
