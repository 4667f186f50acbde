package dev.bylaw.rules.document;

import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.subject.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fields of an object, and how each is read. Fields that are not named are dropped, unless
 * {@link #others} says what they are. Nulls are absent. Immutable.
 */
public final class Shape implements ValueType {
  /** Where a field's value comes from. */
  @FunctionalInterface
  public interface Derivation {
    /**
     * Finds the value, with the place of its key.
     *
     * @param source the object as it is written
     * @param at the field that is put together
     */
    Optional<Located.Entry> from(Located.Object source, Reading at);
  }

  private final Map<String, Derivation> fields;
  private final boolean compact;
  private final Optional<ValueType> others;

  private Shape(Map<String, Derivation> fields, boolean compact, Optional<ValueType> others) {
    this.fields = fields;
    this.compact = compact;
    this.others = others;
  }

  /** No field yet. */
  public static Shape closed() {
    return new Shape(Map.of(), false, Optional.empty());
  }

  /** No field yet; a field whose value is an empty object or list is absent. */
  public static Shape compact() {
    return new Shape(Map.of(), true, Optional.empty());
  }

  /** And fields with a way of their own to their values. */
  public Shape derived(String name, Derivation derivation) {
    Map<String, Derivation> more = new LinkedHashMap<>(fields);
    more.put(name, derivation);
    return new Shape(more, compact, others);
  }

  /** And a field under its own name. */
  public Shape field(String name, ValueType type) {
    return field(name, List.of(name), type);
  }

  /** And a field from the first of several that is there. */
  public Shape field(String name, List<String> sources, ValueType type) {
    return derived(
        name,
        (source, at) ->
            sources.stream()
                .filter(key -> entry(source, key).isPresent())
                .findFirst()
                .flatMap(key -> read(source, key, type, at.writtenAs(key))));
  }

  /** And fields of one type under their own names. */
  public Shape fields(ValueType type, String... names) {
    Shape more = this;
    for (String name : names) {
      more = more.field(name, type);
    }
    return more;
  }

  /** And all other fields under their own names. */
  public Shape others(ValueType type) {
    return new Shape(fields, compact, Optional.of(type));
  }

  @Override
  public Optional<Located> read(Located value, Reading at) {
    return value instanceof Located.Object source
        ? Optional.of(object(source, at))
        : at.unexpected(value, "an object");
  }

  /** Reads an object. */
  public Located.Object object(Located.Object source, Reading at) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    fields.forEach((name, field) -> put(entries, name, field.from(source, at.below(name))));
    others.ifPresent(
        type ->
            source.entries().entrySet().stream()
                .filter(entry -> !fields.containsKey(entry.getKey()))
                .filter(entry -> at.isKnown(entry.getKey(), entry.getValue().keySpan()))
                .map(Map.Entry::getKey)
                .forEach(key -> put(entries, key, read(source, key, type, at.below(key)))));
    return new Located.Object(entries, source.span());
  }

  private void put(Map<String, Located.Entry> entries, String name, Optional<Located.Entry> found) {
    found
        .filter(entry -> !compact || !isEmpty(entry.value()))
        .ifPresent(entry -> entries.put(name, entry));
  }

  /** Reads a field, if it is there, with the place of its key. */
  public static Optional<Located.Entry> read(
      Located.Object source, String key, ValueType type, Reading at) {
    return entry(source, key)
        .flatMap(
            entry -> type.read(entry.value(), at).map(v -> new Located.Entry(entry.keySpan(), v)));
  }

  /** A field that is there and not null. */
  public static Optional<Located.Entry> entry(Located.Object object, String key) {
    return Optional.ofNullable(object.entries().get(key)).filter(e -> !isNull(e.value()));
  }

  /** A field that is a text, and not a blank one. */
  public static Optional<String> text(Located.Object object, String key) {
    return object
        .child(RegoString.of(key))
        .flatMap(v -> v.value() instanceof RegoString s ? Optional.of(s.value()) : Optional.empty())
        .filter(v -> !v.isBlank());
  }

  /** A field that is an object. */
  public static Optional<Located.Object> block(Located.Object object, String key) {
    return object
        .child(RegoString.of(key))
        .flatMap(v -> v instanceof Located.Object block ? Optional.of(block) : Optional.empty());
  }

  /** The objects of a list, or none. */
  public static Stream<Located.Object> objects(Located value) {
    List<Located> elements = value instanceof Located.Array array ? array.elements() : List.of();
    return elements.stream()
        .filter(Located.Object.class::isInstance)
        .map(Located.Object.class::cast);
  }

  static boolean isNull(Located value) {
    return value.value() instanceof RegoNull;
  }

  static boolean isEmpty(Located value) {
    return (value instanceof Located.Object o && o.entries().isEmpty())
        || (value instanceof Located.Array a && a.elements().isEmpty());
  }
}
