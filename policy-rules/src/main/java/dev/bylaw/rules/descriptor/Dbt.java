package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.mapping.Rule.alias;
import static dev.bylaw.rules.mapping.Rule.all;
import static dev.bylaw.rules.mapping.Rule.constant;
import static dev.bylaw.rules.mapping.Rule.copy;
import static dev.bylaw.rules.mapping.Rule.each;
import static dev.bylaw.rules.mapping.Rule.list;
import static dev.bylaw.rules.mapping.Rule.one;
import static dev.bylaw.rules.mapping.Rule.together;
import static dev.bylaw.rules.mapping.Rule.word;

import dev.bylaw.rules.mapping.Mapping;

/** The property files of dbt: each model, snapshot, seed and table of a source is a contract. */
final class Dbt {
  private static final Mapping TEST =
      Mapping.of(
          copy("name", "name"),
          copy("metric", "@text", "test_name", "*.@key"),
          copy("rule", "@text", "test_name", "*.@key"),
          copy("severity", "config.severity", "*.config.severity", "*.severity"),
          copy("arguments", "arguments", "accepted_values|relationships"));

  static final Mapping COLUMN =
      Mapping.same("name")
          .and(
              alias("logicalType", Words.LOGICAL_TYPES, "data_type"),
              copy("physicalType", "data_type"),
              copy("description", "description"),
              word(
                  "required",
                  Words.yes("not_null", "primary_key"),
                  "constraints[type=not_null].type",
                  "constraints[type=primary_key].type",
                  "tests[@text=not_null]",
                  "data_tests[@text=not_null]"),
              word(
                  "unique",
                  Words.yes("unique", "primary_key"),
                  "constraints[type=unique].type",
                  "constraints[type=primary_key].type",
                  "tests[@text=unique]",
                  "data_tests[@text=unique]"),
              word("primaryKey", Words.yes("primary_key"), "constraints[type=primary_key].type"),
              copy("classification", "meta.classification", "config.meta.classification"),
              copy("pii", "meta.pii|contains_pii", "config.meta.pii|contains_pii"),
              copy("tags", "tags", "config.tags"),
              all("quality", TEST, "tests[]", "data_tests[]"));

  static final Mapping FRESHNESS =
      Mapping.of(
          copy("property", "@key"),
          copy("value", "error_after|warn_after.count"),
          copy("unit", "error_after|warn_after.period"));

  static final Mapping GRANT = Mapping.of(copy("role", "@text"), copy("access", "@key"));

  private static final Mapping TABLE =
      Mapping.same("name", "description", "tags")
          .and(
              each("columns", COLUMN, "columns[name]"),
              list(
                  "primaryKey",
                  "constraints[type=primary_key].columns[]",
                  "columns[constraints[type=primary_key]].name"),
              all("quality", TEST, "tests[]", "data_tests[]"));

  static final Mapping CONTRACT =
      Mapping.of(
          constant("standard", "dbt", "^version", "name"),
          copy("standardVersion", "^version"),
          copy("id", "name"),
          copy("name", "name"),
          copy("version", "latest_version"),
          copy("domain", "group", "config.group"),
          together("description", Mapping.of(copy("purpose", "description"))),
          copy(
              "owner",
              "meta.owner",
              "config.meta.owner",
              "^groups[name=$group].owner.name|email",
              "^groups[name=$config.group].owner.name|email"),
          copy("tags", "tags", "config.tags"),
          all("roles", GRANT, "config.grants{}[]"),
          one(
              "servers",
              Mapping.of(copy("catalog", "config.database"), copy("schema", "config.schema"))),
          one("schema", TABLE),
          all("sla", FRESHNESS, "freshness", "config.freshness"),
          copy("endOfLife", "deprecation_date"));

  private Dbt() {}
}
