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

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.mapping.Mapping;
import java.util.Map;

/** The data product specification of Witboost. */
final class Witboost {
  private static final Map<String, RegoValue> REQUIRED =
      Map.of(
          "primary_key", RegoBoolean.TRUE,
          "not_null", RegoBoolean.TRUE,
          "null", RegoBoolean.FALSE);

  private static final Mapping COLUMN =
      Mapping.same("name")
          .and(
              alias("logicalType", Words.LOGICAL_TYPES, "dataType"),
              copy("physicalType", "dataType"),
              copy("description", "description"),
              word("required", REQUIRED, "constraint"),
              word("unique", Words.yes("unique", "primary_key"), "constraint"),
              word("primaryKey", Words.yes("primary_key"), "constraint"),
              list("tags", "tags[].tagFQN"),
              each("columns", () -> Witboost.COLUMN, "children[]"));

  private static final Mapping TABLE =
      Mapping.same("name")
          .and(
              copy("physicalName", "specific.viewNameOP|tableName|viewName|table"),
              each("columns", COLUMN, "dataContract.schema[]"),
              list("primaryKey", "dataContract.schema[constraint=PRIMARY_KEY].name"));

  private static final Mapping SERVICE_LEVEL =
      Mapping.of(copy("property", "@key"), copy("value", "@text"));

  private static final String AGREEMENT = "dataSharingAgreement|dataSharingAgreements.";

  static final Mapping PRODUCT =
      Mapping.of(constant("standard", "witboost", "kind", "."))
          .andSame("id", "name", "version", "status", "domain")
          .and(
              together("description", Mapping.of(copy("purpose", "description"))),
              copy("owner", "dataProductOwner"),
              all(
                  "support",
                  Mapping.of(copy("channel", "@text")),
                  "email",
                  "contacts.supportContact|suportContact"),
              list("tags", "tags[].tagFQN"),
              copy("classification", "securityInfo.confidentiality"),
              all(
                  "inputPorts",
                  Mapping.of(copy("name", "@text"), copy("contractId", "@text")),
                  "components[kind=workload].readsFrom[]"),
              each(
                  "outputPorts",
                  Mapping.same("name", "version", "description")
                      .and(copy("type", "outputPortType"), copy("contractId", "id")),
                  "components[kind=outputport]"),
              each(
                  "managementPorts",
                  Mapping.same("name")
                      .and(
                          copy("content", "kind"),
                          copy("url", "endpoint"),
                          copy("description", "description")),
                  "components[kind=observability]"),
              each("sla", SERVICE_LEVEL, "supportSLA{}"),
              together("price", Mapping.of(copy("description", "businessInfo.pricingType"))),
              copy("endOfSupport", "supportSLA.endOfSupport"));

  static final Mapping CONTRACT =
      Mapping.of(constant("standard", "witboost", "kind", "."))
          .andSame("id", "name", "version")
          .and(
              copy("status", "^status"),
              copy("domain", "^domain"),
              copy("dataProduct", "^name"),
              together(
                  "description",
                  Mapping.of(
                      copy(
                          "purpose",
                          AGREEMENT + "purpose",
                          "dataContract." + AGREEMENT + "purpose",
                          "description"),
                      copy(
                          "usage",
                          AGREEMENT + "intendedUsage",
                          "dataContract." + AGREEMENT + "intendedUsage"),
                      copy(
                          "limitations",
                          AGREEMENT + "limitations",
                          "dataContract." + AGREEMENT + "limitations"))),
              copy("owner", "^dataProductOwner"),
              list("tags", "tags[].tagFQN"),
              one(
                  "servers",
                  Mapping.of(
                      copy("type", "technology"),
                      copy("catalog", "specific.catalogNameOP|catalogName"),
                      copy("schema", "specific.schemaNameOP|schemaName|schema"),
                      copy("database", "specific.database"),
                      copy("environment", "^environment"))),
              one("schema", TABLE),
              each("sla", SERVICE_LEVEL, "dataContract.SLA{}"),
              together("retention", Mapping.of(copy("value", "retentionTime"))),
              together(
                  "terms",
                  Mapping.of(
                      copy(
                          "description",
                          "dataContract.termsAndConditions",
                          "dataContract." + AGREEMENT + "termsAndConditions"))),
              together(
                  "price",
                  Mapping.of(
                      copy(
                          "description",
                          AGREEMENT + "billing",
                          "dataContract." + AGREEMENT + "billing"))));

  private Witboost() {}
}
