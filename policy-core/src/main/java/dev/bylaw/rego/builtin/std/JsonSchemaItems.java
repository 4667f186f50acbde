package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.util.HashMap;
import java.util.Map;

/** What a schema says of an array. */
final class JsonSchemaItems {
  private final JsonSchemaValidation run;
  private final RegoObject rule;
  private final String base;

  JsonSchemaItems(JsonSchemaValidation run, RegoObject rule, String base) {
    this.run = run;
    this.rule = rule;
    this.base = base;
  }

  void validate(RegoArray array, String field, JsonSchemaResult result) throws BuiltinException {
    RegoValue items = rule.get("items");
    if (items instanceof RegoArray byPlace) {
      validateByPlace(byPlace, array, field, result);
    } else if (items != null) {
      for (int i = 0; i < array.size(); i++) {
        run.validate(items, base, array.get(i), JsonSchemaValidation.below(field, i), result);
      }
    }
    if (array.size() < JsonSchemaValidation.count(rule, "minItems", 0)) {
      result.add(
          "array_min_items", field, "Array must have at least " + rule.get("minItems") + " items");
    }
    if (array.size() > JsonSchemaValidation.count(rule, "maxItems", Long.MAX_VALUE)) {
      result.add(
          "array_max_items", field, "Array must have at most " + rule.get("maxItems") + " items");
    }
    if (rule.get("uniqueItems") == RegoBoolean.TRUE) {
      unique(array, field, result);
    }
    RegoValue wanted = rule.get("contains");
    if (wanted != null && run.knows("contains")) {
      contains(wanted, array, field, result);
    }
  }

  private void validateByPlace(
      RegoArray rules, RegoArray array, String field, JsonSchemaResult result)
      throws BuiltinException {
    RegoValue rest = rule.get("additionalItems");
    if (rest == RegoBoolean.FALSE && array.size() > rules.size()) {
      result.add("array_no_additional_items", field, "No additional items allowed on array");
    }
    for (int i = 0; i < array.size(); i++) {
      RegoValue own = i < rules.size() ? rules.get(i) : rest;
      if (own != null && (i < rules.size() || own instanceof RegoObject)) {
        run.validate(own, base, array.get(i), JsonSchemaValidation.below(field, i), result);
      }
    }
  }

  private static void unique(RegoArray array, String field, JsonSchemaResult result) {
    Map<RegoValue, Integer> seen = new HashMap<>();
    for (int i = 0; i < array.size(); i++) {
      Integer earlier = seen.put(array.get(i), i);
      if (earlier != null) {
        result.add("unique", field, "array items[%d,%d] must be unique".formatted(earlier, i));
      }
    }
  }

  private void contains(RegoValue wanted, RegoArray array, String field, JsonSchemaResult result)
      throws BuiltinException {
    JsonSchemaResult best = null;
    for (int i = 0; i < array.size(); i++) {
      JsonSchemaResult own =
          run.tried(wanted, base, array.get(i), JsonSchemaValidation.below(field, i));
      if (own.isValid()) {
        return;
      }
      best = best == null || own.score() > best.score() ? own : best;
    }
    result.add("contains", field, "At least one of the items must match");
    if (best != null) {
      result.addAll(best);
    }
  }
}
