package dev.bylaw.rules.mapping;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value of the old document.
 *
 * @param key that led to it; for an element of a list the list's own
 * @param document that is read
 * @param origin where the value stands, if references led to it
 */
public record Node(Located value, Optional<Key> key, Document document, Origin origin) {
  /** The name of a field, and where it stands. */
  public record Key(String name, Span span) {}

  /** A document itself. */
  public static Node root(Located.Object document, SourceFolder folder) {
    return new Document(document, folder).root();
  }

  boolean isScalar() {
    return value instanceof Located.Scalar;
  }

  /** The text, or the number or truth value as text. */
  String plain() {
    RegoValue plain = value.value();
    return plain instanceof RegoString text ? text.value() : plain.toString();
  }

  /** A field that is there and not null. */
  Optional<Node> child(String name) {
    Optional<Located.Entry> entry =
        value instanceof Located.Object object ? Shape.entry(object, name) : Optional.empty();
    return entry.isPresent() ? Optional.of(entry(name, entry.get())) : Optional.empty();
  }

  /** All elements and fields that are not null. */
  List<Node> members() {
    List<Node> members = new ArrayList<>();
    if (value instanceof Located.Array array) {
      for (Located element : array.elements()) {
        if (!Shape.isNull(element)) {
          members.add(new Node(element, key, document, origin));
        }
      }
    } else if (value instanceof Located.Object object) {
      for (String name : object.entries().keySet()) {
        child(name).ifPresent(members::add);
      }
    }
    return members;
  }

  /** The name of the key, as a value. */
  Optional<Node> keyText() {
    return key.map(
        k -> new Node(new Located.Scalar(RegoString.of(k.name), k.span), key, document, origin));
  }

  private Node entry(String name, Located.Entry entry) {
    return new Node(entry.value(), Optional.of(new Key(name, entry.keySpan())), document, origin);
  }

  /** As the field of another object. */
  Located.Entry entry() {
    return entry(value);
  }

  /** The same field with another value. */
  Located.Entry entry(Located other) {
    return new Located.Entry(key.map(Key::span).orElse(other.span()), other);
  }
}
