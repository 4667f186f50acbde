package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.mapping.Rule.all;
import static dev.bylaw.rules.mapping.Rule.constant;
import static dev.bylaw.rules.mapping.Rule.copy;
import static dev.bylaw.rules.mapping.Rule.each;
import static dev.bylaw.rules.mapping.Rule.list;
import static dev.bylaw.rules.mapping.Rule.one;
import static dev.bylaw.rules.mapping.Rule.together;

import dev.bylaw.rules.mapping.Mapping;

/** The manifest of dbt, version 12: a project is a product, its public models are output ports. */
final class DbtManifest {
  private static final Mapping PORT =
      Mapping.same("name", "version", "description")
          .and(copy("type", "config.materialized"), copy("contractId", "unique_id"));

  private static final Mapping TEST =
      Mapping.same("name", "description")
          .and(
              copy("metric", "test_metadata.name"),
              copy("rule", "test_metadata.name"),
              copy("severity", "config.severity"));

  private static final Mapping TABLE =
      Mapping.of(
          copy("name", "alias|name"),
          copy("physicalType", "config.materialized"),
          copy("description", "description"),
          copy("tags", "tags"),
          each("columns", Dbt.COLUMN, "columns{}"),
          list(
              "primaryKey",
              "constraints[type=primary_key].columns[]",
              "columns{constraints[type=primary_key]}.name"),
          each("quality", TEST, "^nodes{attached_node=$unique_id}"));

  static final Mapping PRODUCT =
      Mapping.of(
          constant("standard", "dbt", "metadata.dbt_schema_version"),
          copy("standardVersion", "metadata.dbt_schema_version"),
          copy("id", "metadata.project_id"),
          copy("name", "metadata.project_name"),
          each("inputPorts", PORT, "sources{}"),
          each("outputPorts", PORT, "nodes{resource_type=model,access=public}"));

  static final Mapping CONTRACT =
      Mapping.of(
          constant("standard", "dbt", "^metadata.dbt_schema_version"),
          copy("standardVersion", "^metadata.dbt_schema_version"),
          copy("id", "unique_id"),
          copy("name", "name"),
          copy("version", "version|latest_version"),
          copy("domain", "group"),
          copy("dataProduct", "^metadata.project_name"),
          together("description", Mapping.of(copy("purpose", "description"))),
          copy("owner", "meta.owner", "^groups{name=$group}.owner.name|email"),
          copy("tags", "tags"),
          all("roles", Dbt.GRANT, "config.grants{}[]"),
          one(
              "servers",
              Mapping.of(
                  copy("type", "^metadata.adapter_type"),
                  copy("catalog", "database"),
                  copy("schema", "schema"))),
          one("schema", TABLE),
          copy("endOfLife", "deprecation_date"));

  private DbtManifest() {}
}
