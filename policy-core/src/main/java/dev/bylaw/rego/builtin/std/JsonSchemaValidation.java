package dev.bylaw.rego.builtin.std;

import com.google.re2j.Pattern;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of a schema over a document. Not thread-safe. */
final class JsonSchemaValidation {
  private static final int MAX_DEPTH = 500;

  private final JsonSchema schema;
  private final Map<String, Pattern> patterns = new HashMap<>();
  private int depth;

  JsonSchemaValidation(JsonSchema schema) {
    this.schema = schema;
  }

  /**
   * @param base for the references in the schema
   * @param field the place of the value
   */
  void validate(RegoValue rule, String base, RegoValue value, String field, JsonSchemaResult result)
      throws BuiltinException {
    if (rule == RegoBoolean.FALSE) {
      result.add("false", field, "False always fails validation");
    }
    if (!(rule instanceof RegoObject object)) {
      return;
    }
    if (++depth > MAX_DEPTH) {
      throw BuiltinException.of("schema is nested too deeply, or refers to itself");
    }
    String own = schema.base(object, base);
    if (object.get("$ref") instanceof RegoString reference) {
      JsonSchema.Target target = schema.target(reference.value(), own);
      validate(target.schema(), target.base(), value, field, result);
    } else if (hasType(object, value, field, result)) {
      new JsonSchemaLogic(this, object, own).validate(value, field, result);
      validateValue(object, value, field, result);
      if (value instanceof RegoArray array) {
        new JsonSchemaItems(this, object, own).validate(array, field, result);
      } else if (value instanceof RegoObject entries) {
        new JsonSchemaProperties(this, object, own).validate(entries, field, result);
      } else if (value instanceof RegoString text) {
        validateText(object, text.value(), field, result);
      }
      boolean hasKeywords = !(value instanceof RegoBoolean) && value != RegoNull.NULL;
      result.done(hasKeywords ? 4 : 3);
    }
    depth--;
  }

  /** A result of its own, for alternatives. */
  JsonSchemaResult tried(RegoValue rule, String base, RegoValue value, String field)
      throws BuiltinException {
    JsonSchemaResult result = new JsonSchemaResult();
    validate(rule, base, value, field, result);
    return result;
  }

  boolean knows(String keyword) {
    return schema.draft().knows(keyword);
  }

  boolean finds(String pattern, String text) {
    return patterns.computeIfAbsent(pattern, Pattern::compile).matcher(text).find();
  }

  private static boolean hasType(
      RegoObject rule, RegoValue value, String field, JsonSchemaResult result) {
    RegoValue type = rule.get("type");
    if (type == null) {
      return true;
    }
    List<RegoValue> names = type instanceof RegoArray array ? array.toList() : List.of(type);
    String given =
        value instanceof RegoNumber number && number.isInteger() ? "integer" : value.typeName();
    boolean has =
        names.isEmpty()
            || names.contains(RegoString.of(given))
            || names.contains(RegoString.of(value.typeName()));
    if (!has) {
      String expected = names.stream().map(Templates::plain).collect(Collectors.joining(","));
      result.add(
          "invalid_type",
          field,
          "Invalid type. Expected: %s, given: %s"
              .formatted(names.size() == 1 ? expected : "[" + expected + "]", given));
    }
    return has;
  }

  private void validateValue(
      RegoObject rule, RegoValue value, String field, JsonSchemaResult result) {
    if (value instanceof RegoNumber number) {
      JsonSchemaNumbers.validate(rule, number, field, result);
    }
    RegoValue wanted = rule.get("const");
    if (wanted != null && knows("const") && !wanted.equals(value)) {
      result.add(
          "const",
          field,
          JsonSchemaProblem.shown(field) + " does not match: " + RegoJson.writeEscaped(wanted));
    }
    if (rule.get("enum") instanceof RegoArray values && !values.toList().contains(value)) {
      String shown =
          values.toList().stream().map(RegoJson::writeEscaped).collect(Collectors.joining(", "));
      result.add(
          "enum",
          field,
          JsonSchemaProblem.shown(field) + " must be one of the following: " + shown);
    }
  }

  private void validateText(RegoObject rule, String text, String field, JsonSchemaResult result) {
    int length = text.codePointCount(0, text.length());
    if (length < count(rule, "minLength", 0)) {
      result.add(
          "string_gte",
          field,
          "String length must be greater than or equal to " + rule.get("minLength"));
    }
    if (length > count(rule, "maxLength", Long.MAX_VALUE)) {
      result.add(
          "string_lte",
          field,
          "String length must be less than or equal to " + rule.get("maxLength"));
    }
    if (rule.get("pattern") instanceof RegoString pattern && !finds(pattern.value(), text)) {
      result.add("pattern", field, "Does not match pattern '" + pattern.value() + "'");
    }
    if (rule.get("format") instanceof RegoString format
        && !JsonSchemaFormats.matches(format.value(), text)) {
      result.add("format", field, "Does not match format '" + format.value() + "'");
    }
  }

  static long count(RegoObject rule, String keyword, long otherwise) {
    return rule.get(keyword) instanceof RegoNumber number && number.isLong()
        ? number.longValue()
        : otherwise;
  }

  static String below(String field, @Nullable Object part) {
    return field.isEmpty() ? String.valueOf(part) : field + "." + part;
  }
}
