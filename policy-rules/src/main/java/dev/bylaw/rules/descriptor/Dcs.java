package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.mapping.Rule.alias;
import static dev.bylaw.rules.mapping.Rule.all;
import static dev.bylaw.rules.mapping.Rule.constant;
import static dev.bylaw.rules.mapping.Rule.copy;
import static dev.bylaw.rules.mapping.Rule.each;
import static dev.bylaw.rules.mapping.Rule.list;
import static dev.bylaw.rules.mapping.Rule.nested;
import static dev.bylaw.rules.mapping.Rule.together;

import dev.bylaw.rules.mapping.Mapping;

/** Data Contract Specification 0.9 to 1.2. */
final class Dcs {
  private static final String[] FIELDS = {
    "fields{}", "items.fields{}", "items.items.fields{}", "values.fields{}"
  };

  private static final Mapping COLUMN =
      Mapping.of(
              copy("name", "@key"),
              copy("businessName", "title"),
              alias("logicalType", Words.LOGICAL_TYPES, "type"),
              copy("physicalType", "config.databricksType|physicalType"))
          .andSame("description", "required", "unique")
          .and(copy("primaryKey", "primaryKey|primary"))
          .andSame("classification", "pii", "tags")
          .and(
              copy("format", "format"),
              list("examples", "examples[]", "example"),
              each("relationships", Mapping.of(copy("to", "@text")), "references"),
              each("quality", Odcs.QUALITY, "quality[]"),
              each("columns", () -> Dcs.COLUMN, FIELDS));

  private static final Mapping TABLE =
      Mapping.of(copy("name", "@key"), copy("businessName", "title"), copy("physicalType", "type"))
          .andSame("description", "tags")
          .and(
              each("columns", COLUMN, FIELDS),
              list(
                  "primaryKey",
                  "primaryKey[]",
                  "fields{primaryKey=true}.@key",
                  "fields{primary=true}.@key"),
              each("quality", Odcs.QUALITY, "quality[]"));

  private static final Mapping SERVICE_LEVEL =
      Mapping.of(
          copy("property", "@key"),
          copy(
              "value",
              "percentage|period|threshold|interval|cron|responseTime|time|recoveryTime|unlimited"),
          copy("element", "timestampField|sourceTimestampField"),
          copy("description", "description"));

  static final Mapping CONTRACT =
      Mapping.of(
          constant("standard", "dcs", "dataContractSpecification"),
          copy("standardVersion", "dataContractSpecification"),
          copy("id", "id"),
          copy("name", "info.title"),
          copy("version", "info.version"),
          copy("status", "info.status"),
          together(
              "description",
              Mapping.of(
                  copy("purpose", "info.description"),
                  copy("usage", "terms.usage"),
                  copy("limitations", "terms.limitations"))),
          copy("owner", "info.owner"),
          each(
              "support",
              Mapping.of(
                  copy("channel", "name|email|url"), copy("url", "url"), copy("tool", "tool")),
              "info.contact"),
          copy("tags", "tags"),
          all(
              "roles",
              Mapping.of(copy("role", "name"), copy("description", "description")),
              "servers*.roles[]"),
          each(
              "servers",
              Mapping.of(copy("server", "@key"))
                  .andSame("type", "catalog", "schema", "host", "environment", "database")
                  .andSame("project", "location", "format", "description"),
              "servers*"),
          each("schema", TABLE, "models{}"),
          each(
              "quality",
              Mapping.of(copy("engine", "type"), copy("implementation", "specification")),
              "quality"),
          each("sla", SERVICE_LEVEL, "servicelevels{}"),
          nested(
              "retention",
              Mapping.of(copy("value", "period|unlimited"), copy("description", "description")),
              "servicelevels.retention"),
          together("terms", Mapping.of(copy("noticePeriod", "terms.noticePeriod"))),
          together("price", Mapping.of(copy("description", "terms.billing"))));

  private Dcs() {}
}
