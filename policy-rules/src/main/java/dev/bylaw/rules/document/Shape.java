package dev.bylaw.rules.document;

import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
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

  /** What a field holds, and how it is found; what it is called where it is written. */
  private record Field(ValueType type, List<String> sources, Derivation derivation) {
    static Field of(List<String> sources, ValueType type) {
      return new Field(type, sources, (source, at) -> first(source, sources, type, at));
    }
  }

  private final Map<String, Field> fields;
  private final boolean compact;
  private final Optional<ValueType> others;
  private final Optional<String> name;

  private Shape(
      Map<String, Field> fields,
      boolean compact,
      Optional<ValueType> others,
      Optional<String> name) {
    this.fields = fields;
    this.compact = compact;
    this.others = others;
    this.name = name;
  }

  /** No field yet. */
  public static Shape closed() {
    return new Shape(Map.of(), false, Optional.empty(), Optional.empty());
  }

  /** No field yet; a field whose value is an empty object or list is absent. */
  public static Shape compact() {
    return new Shape(Map.of(), true, Optional.empty(), Optional.empty());
  }

  /**
   * With a name, by which schemas refer to it; one that may hold itself needs one. With more fields
   * it is another shape, without a name.
   */
  public Shape named(String word) {
    return new Shape(fields, compact, others, Optional.of(word));
  }

  /**
   * And a field with a way of its own to its value.
   *
   * @param type of what is found
   */
  public Shape derived(String field, ValueType type, Derivation derivation) {
    return with(field, new Field(type, List.of(), derivation));
  }

  private Shape with(String field, Field how) {
    Map<String, Field> more = new LinkedHashMap<>(fields);
    more.put(field, how);
    return new Shape(more, compact, others, Optional.empty());
  }

  /** And a field under its own name. */
  public Shape field(String name, ValueType type) {
    return field(name, List.of(name), type);
  }

  /** And a field from the first of several that is there. */
  public Shape field(String name, List<String> sources, ValueType type) {
    return with(name, Field.of(sources, type));
  }

  private static Optional<Located.Entry> first(
      Located.Object source, List<String> keys, ValueType type, Reading at) {
    for (String key : keys) {
      if (entry(source, key).isPresent()) {
        return read(source, key, type, at);
      }
    }
    return Optional.empty();
  }

  /** And fields of one type under their own names. */
  public Shape fields(ValueType type, String... names) {
    Map<String, Field> more = new LinkedHashMap<>(fields);
    for (String name : names) {
      more.put(name, Field.of(List.of(name), type));
    }
    return new Shape(more, compact, others, Optional.empty());
  }

  /** And all fields that nothing was read from, under their own names. */
  public Shape others(ValueType type) {
    return new Shape(fields, compact, Optional.of(type), Optional.empty());
  }

  @Override
  public Optional<Located> read(Located value, Reading at) {
    return value instanceof Located.Object source
        ? Optional.of(object(source, at))
        : at.unexpected(value, "an object");
  }

  @Override
  public RegoObject schema(SchemaWriter writer) {
    return name.isPresent() ? writer.reference(name.get(), () -> fields(writer)) : fields(writer);
  }

  private RegoObject fields(SchemaWriter writer) {
    Map<RegoValue, RegoValue> properties = new LinkedHashMap<>();
    for (Map.Entry<String, Field> field : fields.entrySet()) {
      properties.put(RegoString.of(field.getKey()), field.getValue().type.schema(writer));
    }
    return SchemaWriter.object(
        properties, others.isPresent() ? others.get().schema(writer) : SchemaWriter.none());
  }

  /** Reads an object. */
  public Located.Object object(Located.Object source, Reading at) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, Field> field : fields.entrySet()) {
      String name = field.getKey();
      put(entries, name, field.getValue().derivation.from(source, at.below(name)));
    }
    if (others.isPresent()) {
      for (Map.Entry<String, Located.Entry> entry : source.entries().entrySet()) {
        String key = entry.getKey();
        if (!isNamed(key) && at.isKnown(key, entry.getValue().keySpan())) {
          put(entries, key, read(source, key, others.get(), at.below(key)));
        }
      }
    }
    return new Located.Object(entries, source.span());
  }

  private boolean isNamed(String key) {
    if (fields.containsKey(key)) {
      return true;
    }
    for (Field field : fields.values()) {
      if (field.sources.contains(key)) {
        return true;
      }
    }
    return false;
  }

  private void put(Map<String, Located.Entry> entries, String name, Optional<Located.Entry> found) {
    if (found.isPresent() && !(compact && isEmpty(found.get().value()))) {
      entries.put(name, found.get());
    }
  }

  /** Reads a field, if it is there, with the place of its key. */
  public static Optional<Located.Entry> read(
      Located.Object source, String key, ValueType type, Reading at) {
    Optional<Located.Entry> entry = entry(source, key);
    if (entry.isEmpty()) {
      return entry;
    }
    Optional<Located> value =
        type.read(entry.get().value(), at.writtenAs(written(entry.get(), key)));
    return value.isPresent()
        ? Optional.of(new Located.Entry(entry.get().keySpan(), value.get()))
        : Optional.empty();
  }

  /** The key as it stands in the text, where it has a plain place of its own there. */
  private static String written(Located.Entry entry, String key) {
    if (entry.keySpan().equals(entry.value().span())) {
      return key;
    }
    String text = entry.keySpan().text();
    boolean quoted = text.length() > 2 && (text.startsWith("\"") || text.startsWith("'"));
    String plain = quoted ? text.substring(1, text.length() - 1) : text;
    return plain.contains("\\") ? key : plain;
  }

  /** A field that is there and not null. */
  public static Optional<Located.Entry> entry(Located.Object object, String key) {
    Located.Entry entry = object.entries().get(key);
    return entry == null || isNull(entry.value()) ? Optional.empty() : Optional.of(entry);
  }

  /** A field that is a text, and not a blank one. */
  public static Optional<String> text(Located.Object object, String key) {
    Located.Entry entry = object.entries().get(key);
    return entry != null && entry.value().value() instanceof RegoString s && !s.value().isBlank()
        ? Optional.of(s.value())
        : Optional.empty();
  }

  /** A field that is an object. */
  public static Optional<Located.Object> block(Located.Object object, String key) {
    return object.child(RegoString.of(key)).orElse(null) instanceof Located.Object block
        ? Optional.of(block)
        : Optional.empty();
  }

  /** The objects of a list, or none. */
  public static Stream<Located.Object> objects(Located value) {
    List<Located> elements = value instanceof Located.Array array ? array.elements() : List.of();
    return elements.stream()
        .filter(Located.Object.class::isInstance)
        .map(Located.Object.class::cast);
  }

  /** Whether a value is written as null. */
  public static boolean isNull(Located value) {
    return value instanceof Located.Scalar && value.value() instanceof RegoNull;
  }

  static boolean isEmpty(Located value) {
    return (value instanceof Located.Object o && o.entries().isEmpty())
        || (value instanceof Located.Array a && a.elements().isEmpty());
  }
}
