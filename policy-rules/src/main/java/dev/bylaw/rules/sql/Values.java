package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Property;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Nodes as values of the input document. */
final class Values {
  private Values() {}

  static Located text(Identifier word) {
    return Tree.text(word.text(), word.span());
  }

  static Located text(Name name) {
    return Tree.text(name.text(), name.span());
  }

  /** A text literal's value; of other expressions what is written. */
  static Located text(Expression expression) {
    return expression instanceof Expression.Literal literal
        ? Tree.text(literal.value(), literal.span())
        : written(expression);
  }

  /** What is written. */
  static Located written(SqlNode node) {
    return Tree.text(node.span().text(), node.span());
  }

  static Located.Array texts(Collection<Identifier> words, Span otherwise) {
    return Tree.list(words, Values::text, otherwise);
  }

  static Located written(List<? extends SqlNode> nodes, Span otherwise) {
    return Tree.list(nodes, Values::written, otherwise);
  }

  /** A key without value has the empty text. */
  static Located properties(List<Property> properties, Span span) {
    Tree tree = new Tree(span);
    for (Property property : properties) {
      Optional<Located> value = property.value().map(Values::text);
      tree.put(
          property.key().text(),
          property.key().span(),
          value.orElseGet(() -> Tree.text("", property.key().span())));
    }
    return tree.build();
  }
}
