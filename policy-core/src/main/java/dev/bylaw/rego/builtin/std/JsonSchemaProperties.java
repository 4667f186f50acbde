package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;

/** What a schema says of an object. */
final class JsonSchemaProperties {
  private final JsonSchemaValidation run;
  private final RegoObject rule;
  private final String base;

  JsonSchemaProperties(JsonSchemaValidation run, RegoObject rule, String base) {
    this.run = run;
    this.rule = rule;
    this.base = base;
  }

  void validate(RegoObject object, String field, JsonSchemaResult result) throws BuiltinException {
    if (object.size() < JsonSchemaValidation.count(rule, "minProperties", 0)) {
      result.add(
          "array_min_properties",
          field,
          "Must have at least " + rule.get("minProperties") + " properties");
    }
    if (object.size() > JsonSchemaValidation.count(rule, "maxProperties", Long.MAX_VALUE)) {
      result.add(
          "array_max_properties",
          field,
          "Must have at most " + rule.get("maxProperties") + " properties");
    }
    if (rule.get("required") instanceof RegoArray names) {
      for (RegoValue name : names) {
        if (!object.containsKey(name)) {
          result.add("required", field, Templates.plain(name) + " is required");
        }
      }
    }
    RegoObject known = rule.get("properties") instanceof RegoObject o ? o : RegoObject.EMPTY;
    for (RegoValue key : object.keys()) {
      others(object, key, known.containsKey(key), field, result);
    }
    names(object, field, result);
    for (var property : known.toMap().entrySet()) {
      RegoValue value = object.get(property.getKey());
      if (value != null) {
        String below = JsonSchemaValidation.below(field, Templates.plain(property.getKey()));
        run.validate(property.getValue(), base, value, below, result);
      }
    }
  }

  /** Properties by pattern, and those that nothing else speaks of. */
  private void others(
      RegoObject object, RegoValue key, boolean known, String field, JsonSchemaResult result)
      throws BuiltinException {
    String name = Templates.plain(key);
    String below = JsonSchemaValidation.below(field, name);
    RegoValue value = object.toMap().getOrDefault(key, key);
    boolean matched = known;
    if (rule.get("patternProperties") instanceof RegoObject patterns) {
      for (var pattern : patterns.toMap().entrySet()) {
        if (pattern.getKey() instanceof RegoString s && run.finds(s.value(), name)) {
          matched = true;
          run.validate(pattern.getValue(), base, value, below, result);
        }
      }
    }
    RegoValue rest = rule.get("additionalProperties");
    if (matched || rest == null) {
      return;
    }
    if (rest == RegoBoolean.FALSE) {
      result.add(
          "additional_property_not_allowed",
          field,
          "Additional property " + name + " is not allowed");
    } else {
      run.validate(rest, base, value, below, result);
    }
  }

  private void names(RegoObject object, String field, JsonSchemaResult result)
      throws BuiltinException {
    RegoValue wanted = rule.get("propertyNames");
    if (wanted == null || !run.knows("propertyNames")) {
      return;
    }
    for (RegoValue key : object.keys()) {
      JsonSchemaResult own = run.tried(wanted, base, key, field);
      if (!own.isValid()) {
        result.add("invalid_property_name", field, "Property name of " + key + " does not match");
        result.addAll(own);
      }
    }
  }
}
