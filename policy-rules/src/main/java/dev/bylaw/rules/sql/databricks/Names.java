package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.NameContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.NamesContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PlainNameContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PropertyKeyContext;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Names of objects, columns and properties. */
final class Names {
  private final Builders all;

  Names(Builders all) {
    this.all = all;
  }

  Name name(NameContext name) {
    List<Identifier> parts = new ArrayList<>();
    Optional<Expression> computed = Optional.empty();
    if (name.IDENTIFIER() != null) {
      Expression value = all.expressions.expression(name.expression());
      computed = Optional.of(value);
      parts.addAll(computed(value, all.text.span(name.IDENTIFIER(), name.RPAREN())));
    } else if (name.identifier() == null) {
      Span span = all.text.span(name.COLON(), name.anyWord(0));
      parts.add(new Identifier(span.text(), span));
      name.anyWord().stream().skip(1).map(all.text::identifier).forEach(parts::add);
      return new Name(parts, Optional.empty(), all.text.span(name));
    } else {
      parts.add(all.text.identifier(name.identifier()));
    }
    name.anyWord().stream().map(all.text::identifier).forEach(parts::add);
    return new Name(parts, computed, all.text.span(name));
  }

  Name plain(PlainNameContext name) {
    List<Identifier> parts = new ArrayList<>();
    Identifier first = all.text.identifier(name.identifier());
    if (name.COLON() == null) {
      parts.add(first);
    } else {
      Span span = all.text.span(name.COLON()).to(first.span());
      parts.add(new Identifier(span.text(), span));
    }
    name.anyWord().stream().map(all.text::identifier).forEach(parts::add);
    return new Name(parts, all.text.span(name));
  }

  /** A constant is a name that may have several parts; what is not constant is one part. */
  List<Identifier> computed(Expression value, Span span) {
    boolean constant =
        value instanceof Expression.Literal literal
            && literal.type() == Expression.LiteralType.TEXT
            && !literal.value().isBlank();
    if (!constant) {
      return List.of(new Identifier(span.text(), span));
    }
    String text = ((Expression.Literal) value).value();
    return text.contains("`")
        ? List.of(new Identifier(Literals.name(text), value.span()))
        : Arrays.stream(text.split("\\.")).map(p -> new Identifier(p, value.span())).toList();
  }

  /** A path or a text where a name may stand as well. */
  Name path(Expression.Literal text) {
    return new Name(List.of(new Identifier(text.value(), text.span())), text.span());
  }

  Optional<Name> optional(@Nullable NameContext name) {
    return Optional.ofNullable(name).map(this::name);
  }

  List<Name> names(List<NameContext> names) {
    return names.stream().map(this::name).toList();
  }

  List<Identifier> identifiers(@Nullable NamesContext names) {
    return names == null ? List.of() : identifiers(names.identifier());
  }

  List<Identifier> identifiers(List<? extends ParserRuleContext> words) {
    return words.stream().map(all.text::identifier).toList();
  }

  Optional<Identifier> identifier(@Nullable ParserRuleContext word) {
    return Optional.ofNullable(word).map(all.text::identifier);
  }

  /** A name of several parts as one word, such as a column of an INSERT. */
  Identifier flat(NameContext name) {
    Name parts = name(name);
    return new Identifier(parts.text(), parts.span());
  }

  Identifier key(PropertyKeyContext key) {
    if (key.text() != null) {
      Expression.Literal text = all.text.literal(key.text());
      return new Identifier(text.value(), text.span());
    }
    StringBuilder out = new StringBuilder();
    for (ParseTree child : key.children) {
      out.append(Literals.name(all.text.of(child)));
    }
    return new Identifier(out.toString(), all.text.span(key));
  }
}
