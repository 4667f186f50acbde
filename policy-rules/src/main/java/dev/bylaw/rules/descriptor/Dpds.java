package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.mapping.Rule.alias;
import static dev.bylaw.rules.mapping.Rule.all;
import static dev.bylaw.rules.mapping.Rule.constant;
import static dev.bylaw.rules.mapping.Rule.copy;
import static dev.bylaw.rules.mapping.Rule.each;
import static dev.bylaw.rules.mapping.Rule.list;
import static dev.bylaw.rules.mapping.Rule.together;
import static dev.bylaw.rules.mapping.Rule.word;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.mapping.Mapping;
import java.util.Map;

/** DPDS 1.0 of the Open Data Mesh Initiative. */
final class Dpds {
  private static final Map<String, RegoValue> CONTENTS =
      Map.of(
          "discoveryports", RegoString.of("discoverability"),
          "observabilityports", RegoString.of("observability"),
          "controlports", RegoString.of("control"));

  private static final Mapping PORT =
      Mapping.same("name", "version", "description")
          .and(
              copy("type", "promises.servicesType|serviceType"),
              copy("contractId", "fullyQualifiedName|id|name"));

  private static final Mapping MANAGEMENT_PORT =
      Mapping.same("name")
          .and(
              word("content", CONTENTS, "@key"),
              copy("type", "promises.servicesType|serviceType"),
              copy("description", "description"));

  /** A column of a JSON Schema. */
  private static final Mapping COLUMN =
      Mapping.of(
              copy("name", "@key"),
              copy("businessName", "displayName"),
              alias("logicalType", Words.LOGICAL_TYPES, "type"),
              copy("physicalType", "physicalType"),
              copy("description", "description"),
              copy("required", "required"),
              copy("unique", "isUnique"),
              copy("partitioned", "partitionStatus"),
              copy("classification", "classificationLevel"))
          .andSame("tags")
          .and(
              copy("format", "format"),
              list("examples", "examples[]", "example"),
              each("quality", Odcs.QUALITY, "quality[]"),
              each("columns", () -> Dpds.COLUMN, "properties{}", "items.properties{}"));

  private static final Mapping TABLE =
      Mapping.of(
              copy("name", "name"),
              copy("businessName", "definition.displayName"),
              copy("physicalType", "definition.physicalType|type", "type"),
              copy("description", "description", "definition.description"))
          .andSame("tags")
          .and(
              each("columns", COLUMN, "definition.properties{}", "properties{}"),
              each("quality", Odcs.QUALITY, "definition.quality[]", "quality[]"));

  private static final Mapping SERVICE_LEVEL =
      Mapping.of(copy("property", "@key"), copy("description", "description"));

  static final Mapping PRODUCT =
      Mapping.of(
          constant("standard", "dpds", "dataProductDescriptor"),
          copy("standardVersion", "dataProductDescriptor"),
          copy("id", "info.fullyQualifiedName|id"),
          copy("name", "info.name"),
          copy("version", "info.version"),
          copy("domain", "info.domain"),
          together("description", Mapping.of(copy("purpose", "info.description"))),
          copy("owner", "info.owner.id|name"),
          each(
              "support",
              Mapping.of(
                  copy("channel", "name|channel"),
                  copy("url", "address"),
                  copy("tool", "channel"),
                  copy("description", "description")),
              "info.contactPoints[]"),
          copy("tags", "tags", "info.tags"),
          each("inputPorts", PORT, "interfaceComponents.inputPorts[]"),
          each(
              "outputPorts",
              PORT.and(copy("specification", "promises.api.specification")),
              "interfaceComponents.outputPorts[]"),
          all(
              "managementPorts",
              MANAGEMENT_PORT,
              "interfaceComponents.discoveryPorts[]",
              "interfaceComponents.observabilityPorts[]",
              "interfaceComponents.controlPorts[]"));

  static final Mapping CONTRACT =
      Mapping.of(
          constant("standard", "dpds", "^dataProductDescriptor"),
          copy("standardVersion", "^dataProductDescriptor"),
          copy("id", "fullyQualifiedName|id|name"),
          copy("name", "name"),
          copy("version", "version"),
          copy("domain", "^info.domain"),
          copy("dataProduct", "^info.name"),
          together(
              "description",
              Mapping.of(
                  copy("purpose", "description"), copy("usage", "expectations.usage.description"))),
          copy("owner", "^info.owner.id|name"),
          copy("tags", "tags"),
          each("roles", Mapping.of(copy("description", "description")), "expectations.audience"),
          all(
              "schema",
              TABLE,
              "promises.api.definition.schema.tables[]",
              "promises.api.definition.schema.content.entities[]"),
          all("sla", SERVICE_LEVEL, "promises.slo", "obligations|contracts.sla"),
          together(
              "terms",
              Mapping.of(
                  copy("description", "obligations|contracts.termsAndConditions.description"))),
          together(
              "price",
              Mapping.of(copy("description", "obligations|contracts.billingPolicy.description"))),
          copy("deprecationPolicy", "promises.deprecationPolicy.description"));

  private Dpds() {}
}
