package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.mapping.Rule.all;
import static dev.bylaw.rules.mapping.Rule.constant;
import static dev.bylaw.rules.mapping.Rule.copy;
import static dev.bylaw.rules.mapping.Rule.nested;
import static dev.bylaw.rules.mapping.Rule.one;
import static dev.bylaw.rules.mapping.Rule.together;

import dev.bylaw.rules.mapping.Mapping;
import dev.bylaw.rules.mapping.Rule;

/**
 * ODPS of the Linux Foundation, 3.x to 4.1. What is written per language is taken in English, or
 * else in the first language; what older files have beside {@code product} is read, too.
 */
final class OdpsLf {
  private static final Mapping SERVICE_LEVEL =
      Mapping.of(
          copy("property", "dimension"),
          copy("value", "objective"),
          copy("unit", "unit"),
          copy("description", "description.en"));

  private static final Mapping QUALITY =
      Mapping.same("dimension")
          .and(
              copy("description", "description.en"),
              copy("unit", "unit"),
              copy("mustBeGreaterOrEqualTo", "objective"));

  private static final Mapping PORT =
      Mapping.of(
          copy("name", "name.en", "@key"),
          copy("description", "description.en"),
          copy("type", "outputPorttype|outputPortType|interface"),
          copy("contractId", "^product.contract.spec.id", "^product.contract.id"),
          copy("authenticationMethod", "authenticationMethod"));

  static final Mapping PRODUCT =
      Mapping.of(
          constant("standard", "odps-lf", "schema", "version", "."),
          copy("standardVersion", "version"),
          detail("id", "productID"),
          detail("name", "name"),
          detail("version", "productVersion"),
          detail("status", "status"),
          copy(
              "domain",
              "product.dataHolder.en.businessDomain",
              "product.dataHolder{}.businessDomain"),
          together(
              "description",
              Mapping.of(
                  copy(
                      "purpose",
                      "product.details.en.description|valueProposition",
                      "product.details{}.description|valueProposition",
                      "product.description|valueProposition"),
                  copy("limitations", "product.license.en.scope.restrictions"))),
          copy(
              "owner",
              "product.dataHolder.en.contactName|email",
              "product.dataHolder{}.contactName|email"),
          one(
              "support",
              Mapping.of(
                  copy(
                      "channel",
                      "product.support.email|phoneNumber",
                      "product.SLA.support.email|phoneNumber",
                      "support.email|phoneNumber"),
                  copy(
                      "url",
                      "product.support.documentationURL",
                      "product.SLA.support.documentationURL",
                      "support.documentationURL"))),
          detail("tags", "tags"),
          all("outputPorts", PORT, "product.dataAccess*", "dataAccess*"),
          all(
              "quality",
              QUALITY,
              "product.dataQuality.declarative{}.dimensions[]",
              "product.dataQuality.declarative[]",
              "product.dataQuality{}.dimensions[]",
              "dataQuality.declarative[]"),
          all(
              "sla",
              SERVICE_LEVEL,
              "product.SLA.declarative{}.dimensions[]",
              "product.SLA.declarative[]",
              "product.SLA{}.dimensions[]",
              "SLA.declarative[]"),
          together(
              "terms",
              Mapping.of(
                  copy("description", "product.license.en.scope.definition"),
                  copy("noticePeriod", "product.license.en.termination.noticePeriod"))),
          nested(
              "price",
              Mapping.of(
                  copy("priceAmount", "price"),
                  copy("priceCurrency", "priceCurrency"),
                  copy("priceUnit", "billingDuration|unit"),
                  copy("description", "notes|name")),
              "product.pricingPlans.declarative.en[]",
              "product.pricingPlans.declarative{}[]",
              "product.pricingPlans{}[]",
              "pricingPlans{}[]"),
          copy(
              "endOfSupport",
              "product.SLA.declarative{}.dimensions[dimension=endOfSupport].objective"),
          copy("endOfLife", "product.SLA.declarative{}.dimensions[dimension=endOfLife].objective"));

  private OdpsLf() {}

  private static Rule detail(String target, String name) {
    return copy(
        target, "product.details.en." + name, "product.details{}." + name, "product." + name);
  }
}
