package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.mapping.Rule.all;
import static dev.bylaw.rules.mapping.Rule.constant;
import static dev.bylaw.rules.mapping.Rule.copy;
import static dev.bylaw.rules.mapping.Rule.each;
import static dev.bylaw.rules.mapping.Rule.list;
import static dev.bylaw.rules.mapping.Rule.nested;
import static dev.bylaw.rules.mapping.Rule.one;
import static dev.bylaw.rules.mapping.Rule.word;

import dev.bylaw.rules.mapping.Mapping;

/** ODCS 2.x. */
final class Odcs2 {
  private static final Mapping QUALITY =
      Mapping.of(
              copy("name", "code"),
              copy("type", "type"),
              copy("metric", "templateName"),
              copy("rule", "templateName"))
          .andSame("description", "dimension", "severity", "businessImpact")
          .and(copy("engine", "toolName"), copy("schedule", "scheduleCronExpression"));

  private static final Mapping COLUMN =
      Mapping.of(copy("name", "column"))
          .andSame("businessName", "logicalType", "physicalType", "description")
          .and(
              word("required", Words.NOT, "isNullable"),
              copy("unique", "isUnique"),
              copy("primaryKey", "isPrimaryKey|isPrimary"),
              copy("partitioned", "partitionStatus"))
          .andSame("classification")
          .and(
              copy("criticalDataElement", "criticalDataElementStatus"),
              copy("encryptedName", "encryptedColumnName"))
          .andSame("tags")
          .and(each("quality", QUALITY, "quality[]"));

  private static final Mapping TABLE =
      Mapping.of(copy("name", "table"))
          .andSame("physicalName", "description", "tags")
          .and(
              each("columns", COLUMN, "columns[]"),
              list(
                  "primaryKey",
                  "columns[isPrimaryKey=true].column",
                  "columns[isPrimary=true].column"),
              each("quality", QUALITY, "quality[]"));

  static final Mapping CONTRACT =
      Mapping.of(
              constant("standard", "odcs", "kind"),
              copy("standardVersion", "apiVersion"),
              copy("id", "uuid|id"),
              copy("name", "datasetName|name"))
          .andSame("version", "status")
          .and(copy("domain", "datasetDomain|domain"), copy("dataProduct", "quantumName"))
          .andSame("tenant", "description")
          .and(
              copy(
                  "owner",
                  "stakeholders[role=owner,!dateOut].username",
                  "stakeholders[role=owner].username"),
              copy("team", "stakeholders"),
              all(
                  "support",
                  Mapping.of(copy("channel", "@text")),
                  "productDl",
                  "productSlackChannel",
                  "productFeedbackUrl"))
          .andSame("tags")
          .and(
              each("roles", Odcs.ROLE, "roles[]"),
              one(
                  "servers",
                  Mapping.same("server", "database")
                      .and(
                          copy("type", "sourceSystem"), copy("project", "datasetProject|project"))),
              each("schema", TABLE, "dataset[]"),
              each(
                  "sla",
                  Mapping.same("property", "value", "unit", "driver")
                      .and(copy("element", "column|element")),
                  "slaProperties[]"),
              nested("retention", Odcs.RETENTION, "slaProperties[property=retention]"),
              nested("price", Odcs.PRICE, "price"),
              copy("endOfSupport", "slaProperties[property=endOfSupport].value"),
              copy("endOfLife", "slaProperties[property=endOfLife].value"));

  private Odcs2() {}
}
