package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Alias;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Expression.LiteralType;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.QueryBody;
import dev.bylaw.rules.sql.ast.Relation;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.CallBracketsContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.DerivedAliasContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.JoinKindContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.JoinPartContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.LateralViewContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.NamesContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PivotContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.QueryContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.RelationContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.RelationPartContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.RelationPrimaryContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.SampleContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.TableAliasContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.TableArgumentContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.TravelContext;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** What queries read from. */
final class Relations {
  private final Builders all;

  Relations(Builders all) {
    this.all = all;
  }

  Relation relation(RelationContext relation) {
    Relation result = primary(relation.relationPrimary(), relation.LATERAL() != null);
    for (RelationPartContext part : relation.relationPart()) {
      result = part(result, part);
    }
    return result;
  }

  private Relation part(Relation left, RelationPartContext part) {
    if (part.joinPart() != null) {
      return join(left, part.joinPart());
    }
    if (part.lateralView() != null) {
      return lateral(left, part.lateralView());
    }
    Span span = left.span().to(all.text.span(part));
    return part.pivot() != null
        ? new Relation.Shaped(left, shape(part.pivot()), alias(part.pivot().tableAlias()), span)
        : new Relation.Shaped(left, sample(part.sample()), alias(part.tableAlias()), span);
  }

  private Relation join(Relation left, JoinPartContext join) {
    return new Relation.Join(
        kind(join.joinKind()),
        left,
        joined(join),
        on(join),
        all.names.identifiers(join.names()),
        left.span().to(all.text.span(join)));
  }

  Relation joined(JoinPartContext join) {
    return primary(join.relationPrimary(), join.LATERAL() != null);
  }

  Optional<Expression> on(JoinPartContext join) {
    return join.nearest() != null
        ? all.expressions.optional(join.nearest().expression())
        : all.expressions.optional(join.expression());
  }

  String kind(JoinKindContext kind) {
    List<String> words = new ArrayList<>();
    if (kind.NATURAL() != null) {
      words.add("NATURAL");
    }
    boolean halved = kind.SEMI() != null || kind.ANTI() != null;
    if (kind.LEFT() != null || halved) {
      words.add("LEFT");
    }
    for (TerminalNode word :
        new @Nullable TerminalNode[] {
          kind.RIGHT(), kind.FULL(), kind.CROSS(), kind.SEMI(), kind.ANTI()
        }) {
      if (word != null) {
        words.add(DatabricksSqlParser.VOCABULARY.getSymbolicName(word.getSymbol().getType()));
      }
    }
    if (words.isEmpty() || words.equals(List.of("NATURAL"))) {
      words.add("INNER");
    }
    return String.join(" ", words);
  }

  Relation lateral(Relation input, LateralViewContext view) {
    return new Relation.Shaped(
        input, lateralView(view), alias(view), input.span().to(all.text.span(view)));
  }

  Relation.Shape lateralView(LateralViewContext view) {
    Name function = all.names.name(view.functionName().name());
    Expression.Call call =
        new Expression.Call(
            function,
            all.primaries.arguments(view.argument()),
            all.text.span(view.functionName(), view.RPAREN()));
    return new Relation.LateralView(call, view.OUTER() != null);
  }

  Optional<Alias> alias(LateralViewContext view) {
    List<Identifier> words = all.names.identifiers(view.identifier());
    if (words.isEmpty()) {
      return Optional.empty();
    }
    int paren = view.children.indexOf(view.RPAREN());
    boolean named = view.getChild(paren + 1) instanceof DatabricksSqlParser.IdentifierContext;
    Span span = words.get(0).span().to(words.get(words.size() - 1).span());
    return Optional.of(
        named
            ? new Alias(words.get(0), words.subList(1, words.size()), span)
            : new Alias(nameless(span), words, span));
  }

  private static Identifier nameless(Span columns) {
    return new Identifier("", columns.source().span(columns.start(), columns.start()));
  }

  private Relation primary(RelationPrimaryContext primary, boolean lateral) {
    Span span = all.text.span(primary);
    Optional<Alias> alias =
        primary.tableAlias() != null ? alias(primary.tableAlias()) : alias(primary.derivedAlias());
    Relation plain = unsampled(primary, lateral, alias, span);
    return primary.sample() == null
        ? plain
        : new Relation.Shaped(plain, sample(primary.sample()), Optional.empty(), span);
  }

  private Relation unsampled(
      RelationPrimaryContext primary, boolean lateral, Optional<Alias> alias, Span span) {
    boolean stream = primary.STREAM() != null;
    if (primary.tableRead() != null) {
      Name name = all.names.name(primary.tableRead().name());
      return new Relation.Table(name, stream, version(primary.travel()), alias, span);
    }
    if (primary.functionName() != null) {
      return new Relation.Function(call(primary), stream, alias, span);
    }
    if (primary.query() != null) {
      return new Relation.Derived(all.queries.query(primary.query()), lateral, alias, span);
    }
    if (primary.VALUES() != null) {
      QueryBody values =
          new QueryBody.Values(all.expressions.list(primary.expression()), alias, span);
      return new Relation.Derived(values, lateral, alias, span);
    }
    if (primary.relation() != null) {
      return new Relation.Aliased(relation(primary.relation()), alias, span);
    }
    if (primary.text() != null) {
      Name path = all.names.path(all.text.literal(primary.text()));
      return new Relation.Table(path, false, Optional.empty(), alias, span);
    }
    ParserRuleContext shown = primary.describe() != null ? primary.describe() : primary.show();
    return new Relation.Function(shown(shown), false, alias, span);
  }

  /** DESCRIBE or SHOW as if it were a function of the objects that it names. */
  private Expression.Call shown(ParserRuleContext shown) {
    Identifier word = all.text.identifier(shown.getChild(0));
    List<Expression> arguments = new ArrayList<>();
    for (var part : all.parts.of(shown)) {
      if (part instanceof Name name) {
        arguments.add(new Expression.Rows(plain(name), name.span()));
      }
    }
    return new Expression.Call(
        new Name(List.of(word), word.span()), arguments, all.text.span(shown));
  }

  private Expression.Call call(RelationPrimaryContext primary) {
    CallBracketsContext brackets = primary.callBrackets();
    return new Expression.Call(
        all.names.name(primary.functionName().name()),
        brackets.tableArgument().stream().map(this::argument).toList(),
        all.text.span(primary.functionName(), brackets));
  }

  private Expression argument(TableArgumentContext argument) {
    if (argument.argument() != null) {
      return all.primaries.arguments(List.of(argument.argument())).get(0);
    }
    Expression rows =
        all.primaries.rows(argument.tableRead(), argument.query(), all.text.span(argument));
    return all.names
        .identifier(argument.identifier())
        .<Expression>map(n -> new Expression.Named(n, rows, all.text.span(argument)))
        .orElse(rows);
  }

  /** A table of which no more than the name is said. */
  Relation plain(Name name) {
    return new Relation.Table(name, false, Optional.empty(), Optional.empty(), name.span());
  }

  Relation derived(@Nullable QueryContext query, Span span) {
    QueryBody body =
        query == null
            ? new QueryBody.Values(List.of(), Optional.empty(), span)
            : all.queries.query(query);
    return new Relation.Derived(body, false, Optional.empty(), span);
  }

  Optional<Expression> version(@Nullable TravelContext travel) {
    if (travel == null) {
      return Optional.empty();
    }
    if (travel.AT_VERSION() == null) {
      return Optional.of(all.expressions.value(travel.value()));
    }
    Span span = all.text.span(travel);
    return Optional.of(new Expression.Literal(LiteralType.NUMBER, span.text().substring(1), span));
  }

  Optional<Alias> alias(@Nullable TableAliasContext alias) {
    return alias == null ? Optional.empty() : alias(alias.identifier(), alias.names(), alias);
  }

  Optional<Alias> alias(@Nullable DerivedAliasContext alias) {
    return alias == null ? Optional.empty() : alias(alias.identifier(), alias.names(), alias);
  }

  private Optional<Alias> alias(
      @Nullable ParserRuleContext name, @Nullable NamesContext columns, ParserRuleContext whole) {
    if (whole.getChildCount() == 0) {
      return Optional.empty();
    }
    Identifier called = name == null ? nameless(all.text.span(whole)) : all.text.identifier(name);
    return Optional.of(new Alias(called, all.names.identifiers(columns), all.text.span(whole)));
  }

  Relation.Shape sample(SampleContext sample) {
    List<Expression> size = new ArrayList<>(all.expressions.list(exists(sample.expression())));
    if (sample.value() != null) {
      size.add(all.expressions.value(sample.value()));
    }
    return new Relation.Sample(size);
  }

  private static <T> List<T> exists(@Nullable T value) {
    return value == null ? List.of() : List.of(value);
  }

  Relation.Shape shape(PivotContext pivot) {
    boolean unpivot = pivot.UNPIVOT() != null;
    List<Identifier> words = new ArrayList<>(all.names.identifiers(pivot.names()));
    words.addAll(0, all.names.identifiers(pivot.identifier()));
    if (unpivot) {
      Identifier name = all.text.identifier(pivot.identifier(pivot.identifier().size() - 1));
      words.remove(name);
      return new Relation.Unpivot(words, name, all.queries.items(pivot.selectItem()));
    }
    int split = 0;
    for (ParseTree child : pivot.children) {
      if (child instanceof TerminalNode node
          && node.getSymbol().getType() == DatabricksSqlParser.FOR) {
        break;
      }
      split += child instanceof DatabricksSqlParser.SelectItemContext ? 1 : 0;
    }
    var items = all.queries.items(pivot.selectItem());
    return new Relation.Pivot(items.subList(0, split), words, items.subList(split, items.size()));
  }
}
