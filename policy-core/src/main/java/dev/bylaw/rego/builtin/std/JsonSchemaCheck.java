package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a schema; the words are those of the library that OPA uses. */
final class JsonSchemaCheck {
  private static final List<String> TYPES =
      List.of("array", "boolean", "integer", "number", "null", "object", "string");
  private static final List<String> TEXTS =
      List.of("$id", "id", "title", "description", "$ref", "pattern", "format");
  private static final List<String> COUNTS =
      List.of("minLength", "maxLength", "minProperties", "maxProperties", "minItems", "maxItems");
  private static final List<String> BOUNDS = List.of("minimum", "maximum");

  private final JsonSchemaDraft draft;
  private final JsonSchema schema;

  JsonSchemaCheck(JsonSchemaDraft draft, JsonSchema schema) {
    this.draft = draft;
    this.schema = schema;
  }

  void root(RegoValue value) throws BuiltinException {
    if (!isSchema(value)) {
      throw BuiltinException.of("schema is invalid");
    }
    check(value, "");
  }

  private boolean isSchema(RegoValue value) {
    return value instanceof RegoObject
        || (value instanceof RegoBoolean && draft != JsonSchemaDraft.DRAFT_4);
  }

  private void check(RegoValue value, String outer) throws BuiltinException {
    if (!isSchema(value)) {
      throw BuiltinException.of("Expected: Valid Schema, given: Invalid JSON");
    }
    if (!(value instanceof RegoObject object)) {
      return;
    }
    String base = schema.base(object, outer);
    checkTexts(object);
    checkType(object.get("type"));
    checkChildren(object, base);
    checkNumbers(object);
    checkCounts(object);
    checkLists(object);
    if (object.get("$ref") instanceof RegoString reference) {
      schema.target(reference.value(), base);
    }
  }

  private void checkTexts(RegoObject object) throws BuiltinException {
    for (String name : TEXTS) {
      RegoValue value = object.get(name);
      if (value != null && draft.knows(name) && !(value instanceof RegoString)) {
        throw unexpected("string", name);
      }
    }
    if (object.get("pattern") instanceof RegoString s && !Patterns.isValid(s.value())) {
      throw BuiltinException.of("pattern must be a valid regex");
    }
  }

  private static BuiltinException unexpected(String expected, String name) {
    return BuiltinException.of("Invalid type. Expected: " + expected + ", given: " + name);
  }

  private static void checkType(@Nullable RegoValue type) throws BuiltinException {
    if (type == null) {
      return;
    }
    List<RegoValue> names = type instanceof RegoArray array ? array.toList() : List.of(type);
    Set<RegoValue> seen = new HashSet<>();
    for (RegoValue name : names) {
      if (!(name instanceof RegoString text)) {
        throw BuiltinException.of("Invalid type. Expected: type, given: string/Array Of Strings");
      }
      if (!TYPES.contains(text.value())) {
        throw BuiltinException.of(
            "has a primitive type that is NOT VALID -- given: /%s/ Expected valid values are:[%s]"
                .formatted(text.value(), String.join(" ", TYPES)));
      }
      if (!seen.add(name)) {
        throw BuiltinException.of(text.value() + " type is duplicated");
      }
    }
  }

  private void checkChildren(RegoObject object, String base) throws BuiltinException {
    for (RegoValue key : object.keys()) {
      String name = key instanceof RegoString s ? s.value() : "";
      RegoValue value = object.toMap().getOrDefault(key, key);
      if (!draft.knows(name)) {
        continue;
      }
      if (JsonSchema.MAPS.contains(name)) {
        checkMap(name, value, base);
      } else if (JsonSchema.LISTS.contains(name)) {
        for (RegoValue one : array(name, value)) {
          check(one, base);
        }
      } else if (JsonSchema.SINGLE.contains(name)) {
        checkSingle(name, value, base);
      } else if (name.equals("items")) {
        checkItems(value, base);
      } else if (name.equals("dependencies")) {
        checkDependencies(value, base);
      }
    }
  }

  private void checkMap(String name, RegoValue value, String base) throws BuiltinException {
    if (!(value instanceof RegoObject map)) {
      throw switch (name) {
        case "properties" -> BuiltinException.of("Properties must be of type object");
        case "definitions" -> unexpected("Array Of Schemas", name);
        default -> unexpected("Valid Schema", name);
      };
    }
    for (var entry : map.toMap().entrySet()) {
      if (name.equals("definitions") && !isSchema(entry.getValue())) {
        throw unexpected("Array Of Schemas", name);
      }
      if (name.equals("patternProperties")
          && entry.getKey() instanceof RegoString s
          && !Patterns.isValid(s.value())) {
        throw BuiltinException.of("Invalid regex pattern '" + s.value() + "'");
      }
      check(entry.getValue(), base);
    }
  }

  private void checkSingle(String name, RegoValue value, String base) throws BuiltinException {
    if (!isSchema(value) && !(value instanceof RegoBoolean)) {
      throw switch (name) {
        case "additionalItems", "additionalProperties" -> unexpected("boolean/Valid Schema", name);
        case "propertyNames" -> unexpected("Valid Schema", "patternProperties");
        case "contains" -> BuiltinException.of("Expected: Valid Schema, given: Invalid JSON");
        default -> BuiltinException.of(name + " must be of an object");
      };
    }
    if (value instanceof RegoObject) {
      check(value, base);
    }
  }

  private void checkItems(RegoValue value, String base) throws BuiltinException {
    List<RegoValue> items = value instanceof RegoArray array ? array.toList() : List.of(value);
    for (RegoValue item : items) {
      if (!isSchema(item)) {
        throw unexpected("Valid Schema/Array Of Schemas", "items");
      }
      check(item, base);
    }
  }

  private void checkDependencies(RegoValue value, String base) throws BuiltinException {
    if (!(value instanceof RegoObject map)) {
      throw BuiltinException.of("dependencies must be of type object");
    }
    for (RegoValue one : map.toMap().values()) {
      if (isSchema(one)) {
        check(one, base);
      } else if (!(one instanceof RegoArray array)
          || !array.toList().stream().allMatch(RegoString.class::isInstance)) {
        throw BuiltinException.of("Dependency must be of type Schema Or Array Of Strings");
      }
    }
  }

  private void checkNumbers(RegoObject object) throws BuiltinException {
    RegoValue multiple = object.get("multipleOf");
    if (multiple != null && !(multiple instanceof RegoNumber)) {
      throw unexpected("Number", "multipleOf");
    }
    if (multiple instanceof RegoNumber number && number.signum() <= 0) {
      throw BuiltinException.of("multipleOf must be strictly greater than 0");
    }
    for (String name : BOUNDS) {
      RegoValue bound = object.get(name);
      if (bound != null && !(bound instanceof RegoNumber)) {
        throw BuiltinException.of(name + " must be of a Number");
      }
      String exclusive =
          "exclusive" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      RegoValue strict = object.get(exclusive);
      boolean flag = strict instanceof RegoBoolean && draft.hasBooleanLimits();
      boolean number = strict instanceof RegoNumber && draft.hasNumberLimits();
      if (strict != null && !flag && !number) {
        String expected =
            !draft.hasNumberLimits()
                ? "boolean"
                : draft.hasBooleanLimits() ? "boolean/number" : "number";
        throw unexpected(expected, exclusive);
      }
      if (flag && bound == null) {
        throw BuiltinException.of(exclusive + " cannot be used without " + name);
      }
    }
  }

  private static void checkCounts(RegoObject object) throws BuiltinException {
    for (String name : COUNTS) {
      RegoValue value = object.get(name);
      if (value == null) {
        continue;
      }
      if (!(value instanceof RegoNumber number) || !Args.isIntegerText(number)) {
        throw BuiltinException.of(name + " must be of an integer");
      }
      if (number.signum() < 0) {
        throw BuiltinException.of(name + " must be greater than or equal to 0");
      }
    }
    for (String what : List.of("Length", "Properties")) {
      if (object.get("min" + what) instanceof RegoNumber least
          && object.get("max" + what) instanceof RegoNumber most
          && least.compareTo(most) > 0) {
        throw BuiltinException.of("min" + what + " cannot be greater than max" + what);
      }
    }
    RegoValue unique = object.get("uniqueItems");
    if (unique != null && !(unique instanceof RegoBoolean)) {
      throw BuiltinException.of("uniqueItems must be of a boolean");
    }
  }

  private static void checkLists(RegoObject object) throws BuiltinException {
    for (String name : List.of("required", "enum")) {
      RegoValue value = object.get(name);
      Set<RegoValue> seen = new HashSet<>();
      for (RegoValue one : value == null ? RegoArray.EMPTY : array(name, value)) {
        if (name.equals("required") && !(one instanceof RegoString)) {
          throw unexpected("string", name);
        }
        if (!seen.add(one)) {
          throw BuiltinException.of(name + " items must be unique");
        }
      }
    }
  }

  private static RegoArray array(String name, RegoValue value) throws BuiltinException {
    if (value instanceof RegoArray array) {
      return array;
    }
    throw BuiltinException.of(name + " must be of an array");
  }
}
