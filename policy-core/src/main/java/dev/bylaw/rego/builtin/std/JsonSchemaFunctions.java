package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.text.ParseException;
import java.util.List;

/** Documents against JSON Schemas of drafts 4, 6 and 7. */
final class JsonSchemaFunctions {
  private static final String DOCUMENT = "any<string, object[any: any]>";

  private JsonSchemaFunctions() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "json.match_schema",
            "(document: "
                + DOCUMENT
                + ", schema: "
                + DOCUMENT
                + ") => (output: array<boolean, array[object<desc: string, error: string, field: string, type: string>]>)",
            "Tells whether a document matches a schema, and where it does not.",
            (c, args) -> match(args)),
        Builtin.of(
            "json.verify_schema",
            "(schema: " + DOCUMENT + ") => (output: array<boolean, any<null, string>>)",
            "Tells whether a document is a schema, or why it is none.",
            (c, args) -> verify(args[0])));
  }

  private static RegoValue match(RegoValue[] args) throws BuiltinException {
    RegoValue document = document(args[0]);
    JsonSchema schema = JsonSchema.of(document(args[1]));
    List<RegoObject> problems =
        schema.problems(document).stream().map(JsonSchemaProblem::toValue).toList();
    return RegoArray.of(RegoBoolean.of(problems.isEmpty()), RegoArray.of(problems));
  }

  private static RegoValue verify(RegoValue value) {
    try {
      JsonSchema.of(document(value));
      return RegoArray.of(RegoBoolean.TRUE, RegoNull.NULL);
    } catch (BuiltinException e) {
      return RegoArray.of(RegoBoolean.FALSE, RegoString.of("jsonschema: " + e.getMessage()));
    }
  }

  /** The document itself, or the JSON text of it. */
  private static RegoValue document(RegoValue value) throws BuiltinException {
    if (value instanceof RegoString text) {
      try {
        return RegoJson.parse(text.value());
      } catch (ParseException e) {
        throw BuiltinException.of("invalid JSON string");
      }
    } else if (value instanceof RegoObject
        || value instanceof RegoArray
        || value instanceof RegoSet) {
      return RegoJson.toJsonValue(value);
    }
    throw BuiltinException.of("wrong type, expected string or object");
  }
}
