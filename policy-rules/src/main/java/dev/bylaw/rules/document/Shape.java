package dev.bylaw.rules.document;

import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.subject.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable ValueType others;

  private Shape(Map<String, Derivation> fields, boolean compact, @Nullable ValueType others) {
    this.fields = fields;
    this.compact = compact;
    this.others = others;
  }

  /** No field yet. */
  public static Shape closed() {
    return new Shape(Map.of(), false, null);
  }

  /** No field yet; a field whose value is an empty object or list is absent. */
  public static Shape compact() {
    return new Shape(Map.of(), true, null);
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
                .flatMap(key -> entry(source, key).stream())
                .findFirst()
                .flatMap(entry -> read(entry, type, at)));
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
    return new Shape(fields, compact, type);
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
    fields.forEach(
        (name, field) ->
            field
                .from(source, at.below(name))
                .filter(entry -> !compact || !isEmpty(entry.value()))
                .ifPresent(entry -> entries.put(name, entry)));
    ValueType type = others;
    if (type != null) {
      for (String key : source.entries().keySet()) {
        if (!fields.containsKey(key)) {
          entry(source, key)
              .flatMap(entry -> read(entry, type, at.below(key)))
              .filter(entry -> !compact || !isEmpty(entry.value()))
              .ifPresent(entry -> entries.put(key, entry));
        }
      }
    }
    return new Located.Object(entries, source.span());
  }

  private static Optional<Located.Entry> read(Located.Entry entry, ValueType type, Reading at) {
    return type.read(entry.value(), at).map(v -> new Located.Entry(entry.keySpan(), v));
  }

  /** A field that is there and not null. */
  public static Optional<Located.Entry> entry(Located.Object object, String key) {
    return Optional.ofNullable(object.entries().get(key)).filter(e -> !isNull(e.value()));
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
