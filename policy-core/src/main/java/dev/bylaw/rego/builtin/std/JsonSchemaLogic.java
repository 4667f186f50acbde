package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.Optional;

/** The schemas in a schema that speak of the same value. */
final class JsonSchemaLogic {
  private final JsonSchemaValidation run;
  private final RegoObject rule;
  private final String base;

  JsonSchemaLogic(JsonSchemaValidation run, RegoObject rule, String base) {
    this.run = run;
    this.rule = rule;
    this.base = base;
  }

  void validate(RegoValue value, String field, JsonSchemaResult result) throws BuiltinException {
    anyOf(value, field, result);
    oneOf(value, field, result);
    allOf(value, field, result);
    RegoValue not = rule.get("not");
    if (not != null && run.tried(not, base, value, field).isValid()) {
      result.add("number_not", field, "Must not validate the schema (not)");
    }
    if (rule.get("dependencies") instanceof RegoObject needs
        && value instanceof RegoObject entries) {
      dependencies(needs, entries, field, result);
    }
    condition(value, field, result);
  }

  private void anyOf(RegoValue value, String field, JsonSchemaResult result)
      throws BuiltinException {
    if (!(rule.get("anyOf") instanceof RegoArray rules) || rules.size() == 0) {
      return;
    }
    Alternatives tried = tried(rules, value, field);
    if (tried.valid == 0) {
      result.add("number_any_of", field, "Must validate at least one schema (anyOf)");
      tried.best.ifPresent(result::addAll);
    }
  }

  private void oneOf(RegoValue value, String field, JsonSchemaResult result)
      throws BuiltinException {
    if (!(rule.get("oneOf") instanceof RegoArray rules) || rules.size() == 0) {
      return;
    }
    Alternatives tried = tried(rules, value, field);
    if (tried.valid != 1) {
      result.add("number_one_of", field, "Must validate one and only one schema (oneOf)");
      if (tried.valid == 0) {
        tried.best.ifPresent(result::addAll);
      }
    }
  }

  /**
   * @param best of those that fail
   */
  private record Alternatives(int valid, Optional<JsonSchemaResult> best) {}

  private Alternatives tried(RegoArray rules, RegoValue value, String field)
      throws BuiltinException {
    int valid = 0;
    JsonSchemaResult best = null;
    for (RegoValue one : rules) {
      JsonSchemaResult result = run.tried(one, base, value, field);
      if (result.isValid()) {
        valid++;
      } else if (best == null || result.score() > best.score()) {
        best = result;
      }
    }
    return new Alternatives(valid, Optional.ofNullable(best));
  }

  private void allOf(RegoValue value, String field, JsonSchemaResult result)
      throws BuiltinException {
    if (!(rule.get("allOf") instanceof RegoArray rules)) {
      return;
    }
    boolean all = true;
    for (RegoValue one : rules) {
      JsonSchemaResult own = run.tried(one, base, value, field);
      all &= own.isValid();
      result.addAll(own);
    }
    if (!all) {
      result.add("number_all_of", field, "Must validate all the schemas (allOf)");
    }
  }

  private void dependencies(
      RegoObject needs, RegoObject entries, String field, JsonSchemaResult result)
      throws BuiltinException {
    for (var need : needs.toMap().entrySet()) {
      if (!entries.containsKey(need.getKey())) {
        continue;
      }
      if (need.getValue() instanceof RegoArray names) {
        for (RegoValue name : names) {
          if (!entries.containsKey(name)) {
            result.add("missing_dependency", field, "Has a dependency on " + Templates.plain(name));
          }
        }
      } else {
        run.validate(need.getValue(), base, entries, field, result);
      }
    }
  }

  private void condition(RegoValue value, String field, JsonSchemaResult result)
      throws BuiltinException {
    RegoValue when = rule.get("if");
    if (when == null || !run.knows("if")) {
      return;
    }
    boolean holds = run.tried(when, base, value, field).isValid();
    String branch = holds ? "then" : "else";
    RegoValue wanted = rule.get(RegoString.of(branch));
    if (wanted == null) {
      return;
    }
    JsonSchemaResult own = run.tried(wanted, base, value, field);
    if (!own.isValid()) {
      String was = holds ? "was valid" : "was not valid";
      result.add(
          "condition_" + branch, field, "Must validate \"%s\" as \"if\" %s".formatted(branch, was));
      result.addAll(own);
    }
  }
}
