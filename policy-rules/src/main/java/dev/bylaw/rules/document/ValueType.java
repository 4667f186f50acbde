package dev.bylaw.rules.document;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a value is read as. A text with a placeholder is left out whatever was expected, and
 * reported as unknown; so is a value of another type, with a warning.
 */
public interface ValueType {
  /** A text; a number is taken as it is written, so that versions and codes survive YAML. */
  ValueType TEXT = of("string", Scalars::text);

  /** A text in which placeholders mean nothing, because its own language has them. */
  ValueType VERBATIM = of("string", Scalars::verbatim);

  /** A text; a number or a truth value is taken as it is written. */
  ValueType LOOSE_TEXT = of("string", Scalars::looseText);

  /** A number; a text that holds one is taken, with a warning. */
  ValueType NUMBER = of("number", Scalars::number);

  /** True or false; a text that holds one of them is taken, with a warning. */
  ValueType BOOLEAN = of("boolean", Scalars::bool);

  /** Anything, without nulls. */
  ValueType ANY = new Anything(false, false);

  /** Anything, without nulls and empty blocks. */
  ValueType BLOCK = new Anything(true, false);

  /** Anything, without nulls; placeholders mean nothing, because its own language has them. */
  ValueType OPAQUE = new Anything(false, true);

  /** How a value becomes what policies see. */
  @FunctionalInterface
  interface Reader {
    /** As {@link ValueType#read}. */
    Optional<Located> read(Located value, Reading at);
  }

  /**
   * Reads a value that is not null.
   *
   * @return empty where the value is left out
   */
  Optional<Located> read(Located value, Reading at);

  /** What policies see, as JSON Schema. */
  RegoObject schema(SchemaWriter writer);

  /**
   * A type of single values.
   *
   * @param word of JSON Schema
   */
  static ValueType of(String word, Reader reader) {
    RegoObject schema = SchemaWriter.scalar(word);
    return new Described(reader, writer -> schema);
  }

  /** A type that is read in another way. */
  static ValueType readBy(Reader reader, ValueType type) {
    return new Described(reader, type::schema);
  }

  /** A type that is known later, so that types can hold themselves. */
  static ValueType later(Supplier<? extends ValueType> type) {
    return new Described(
        (value, at) -> type.get().read(value, at), writer -> type.get().schema(writer));
  }

  /** A list of values of a type. */
  static ValueType listOf(ValueType type) {
    return new Described(
        (value, at) -> list(type, value, at), writer -> SchemaWriter.list(type.schema(writer)));
  }

  private static Optional<Located> list(ValueType type, Located value, Reading at) {
    if (!(value instanceof Located.Array array)) {
      return at.unexpected(value, "a list");
    }
    List<Located> elements = new ArrayList<>();
    for (Located element : array.elements()) {
      if (!Shape.isNull(element)) {
        type.read(element, at.below(elements.size())).ifPresent(elements::add);
      }
    }
    return Optional.of(new Located.Array(elements, array.span()));
  }

  /** A map with any keys and values of a type. */
  static ValueType mapOf(ValueType type) {
    return Shape.closed().others(type);
  }

  /**
   * A value of a type, or a text that holds it as JSON; then the values in it have places there.
   */
  static ValueType json(ValueType type) {
    return readBy((value, at) -> EmbeddedJson.read(value, type, at), type);
  }

  /** A text; some texts are other names of the same thing. */
  static ValueType word(Map<String, String> names) {
    return readBy((value, at) -> TEXT.read(value, at).map(read -> renamed(read, names)), TEXT);
  }

  /** A word of the API: upper case, with underscores, also where it is written as in SQL. */
  static ValueType constant() {
    return readBy((value, at) -> TEXT.read(value, at).map(ValueType::asConstant), TEXT);
  }

  /** A value of a type, or an object that has it below a key. */
  static ValueType orBelow(String key, ValueType type) {
    return readBy(
        (value, at) ->
            value instanceof Located.Object object && Shape.entry(object, key).isPresent()
                ? Shape.entry(object, key).flatMap(entry -> type.read(entry.value(), at))
                : type.read(value, at),
        type);
  }

  private static Located asConstant(Located word) {
    return word.value() instanceof RegoString text
        ? new Located.Scalar(
            RegoString.of(text.value().strip().toUpperCase(Locale.ROOT).replace(' ', '_')),
            word.span())
        : word;
  }

  private static Located renamed(Located word, Map<String, String> names) {
    String name = word.value() instanceof RegoString text ? names.get(text.value()) : null;
    return name == null ? word : new Located.Scalar(RegoString.of(name), word.span());
  }
}
