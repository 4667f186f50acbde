package dev.bylaw.rules.mapping;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    return value instanceof Located.Object object
        ? Shape.entry(object, name).map(entry -> entry(name, entry))
        : Optional.empty();
  }

  /** All fields that are not null. */
  Stream<Node> entries() {
    return value instanceof Located.Object object
        ? object.entries().keySet().stream().flatMap(name -> child(name).stream())
        : Stream.empty();
  }

  /** All elements that are not null. */
  Stream<Node> elements() {
    List<Located> elements = value instanceof Located.Array array ? array.elements() : List.of();
    return elements.stream()
        .filter(element -> !Shape.isNull(element))
        .map(element -> new Node(element, key, document, origin));
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
