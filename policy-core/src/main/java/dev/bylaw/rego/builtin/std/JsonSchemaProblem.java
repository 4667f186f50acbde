package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;

/**
 * A place where a document does not match its schema.
 *
 * @param type for example {@code invalid_type}
 * @param field with points between its parts; empty for the whole document
 */
record JsonSchemaProblem(String type, String field, String description) {
  private static final String ROOT = "(Root)";

  static String shown(String field) {
    return field.isEmpty() ? ROOT : field;
  }

  RegoObject toValue() {
    return RegoObject.builder()
        .put("type", RegoString.of(type))
        .put("field", RegoString.of(shown(field)))
        .put("desc", RegoString.of(description))
        .put("error", RegoString.of(shown(field) + ": " + description))
        .build();
  }
}
