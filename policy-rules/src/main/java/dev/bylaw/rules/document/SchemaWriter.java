package dev.bylaw.rules.document;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes what documents may hold as JSON Schema (draft-07). Types with names stand below {@code
 * definitions}, so that they can hold each other. Used by one thread, for one schema.
 */
public final class SchemaWriter {
  /** Anything at all. */
  static final RegoObject ANYTHING = RegoObject.EMPTY;

  private final Map<RegoValue, RegoValue> definitions = new LinkedHashMap<>();

  private SchemaWriter() {}

  /** The schema of a document of its own, with all that it refers to. */
  public static RegoObject write(ValueType type) {
    SchemaWriter writer = new SchemaWriter();
    RegoObject.Builder schema = type.schema(writer).toBuilder();
    schema.put("$schema", RegoString.of("http://json-schema.org/draft-07/schema#"));
    if (!writer.definitions.isEmpty()) {
      schema.put("definitions", RegoObject.of(writer.definitions));
    }
    return schema.build();
  }

  /** A schema that stands elsewhere; it is written at the first call for its name. */
  RegoObject reference(String name, Supplier<RegoObject> schema) {
    RegoString key = RegoString.of(name);
    if (!definitions.containsKey(key)) {
      definitions.put(key, ANYTHING);
      definitions.put(key, schema.get());
    }
    return RegoObject.of(RegoString.of("$ref"), RegoString.of("#/definitions/" + name));
  }

  static RegoObject scalar(String type) {
    return RegoObject.of(RegoString.of("type"), RegoString.of(type));
  }

  static RegoObject list(RegoObject elements) {
    return RegoObject.builder().put("type", RegoString.of("array")).put("items", elements).build();
  }

  /**
   * An object.
   *
   * @param others what other fields hold, or false where there are none
   */
  static RegoObject object(Map<RegoValue, RegoValue> fields, RegoValue others) {
    RegoObject.Builder schema = RegoObject.builder().put("type", RegoString.of("object"));
    if (!fields.isEmpty()) {
      schema.put("properties", RegoObject.of(fields));
    }
    return schema.put("additionalProperties", others).build();
  }

  static RegoValue none() {
    return RegoBoolean.FALSE;
  }
}
