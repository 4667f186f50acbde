package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.mapping.Rule.constant;
import static dev.bylaw.rules.mapping.Rule.copy;
import static dev.bylaw.rules.mapping.Rule.each;
import static dev.bylaw.rules.mapping.Rule.list;
import static dev.bylaw.rules.mapping.Rule.nested;

import dev.bylaw.rules.mapping.Mapping;

/** ODCS 3.x, whose words the model speaks. */
final class Odcs {
  /**
   * A member with the role of owner, whoever has not left before those who have; else the team,
   * which from 3.1 on has a name and may be without members.
   */
  static final String[] OWNER = {
    "team*[role=owner,!dateOut].username|name",
    "team.members[role=owner,!dateOut].username|name",
    "team*[role=owner].username|name",
    "team.members[role=owner].username|name",
    "team*[role=data product owner].username|name",
    "team.members[role=data product owner].username|name",
    "team.name"
  };

  /** A list in 3.0, an object with members from 3.1 on. */
  static final String[] TEAM = {"team.members[]", "team*[username|name|role]"};

  static final Mapping MEMBER = Mapping.same("username", "name", "role", "dateIn", "dateOut");

  static final Mapping ROLE =
      Mapping.same("role", "access", "description")
          .and(list("approvers", "firstLevelApprovers", "secondLevelApprovers"));

  static final Mapping QUALITY =
      Mapping.same("name", "type")
          .and(copy("metric", "metric|rule"), copy("rule", "rule|metric"))
          .andSame("query", "description", "dimension", "severity", "unit", "engine")
          .andSame("businessImpact", "scheduler", "schedule", "implementation", "arguments")
          .andSame("mustBe", "mustNotBe", "mustBeGreaterThan", "mustBeGreaterOrEqualTo")
          .andSame("mustBeLessThan", "mustBeLessOrEqualTo", "mustBeBetween", "mustNotBeBetween");

  static final Mapping RETENTION = Mapping.same("value", "unit", "description");

  static final Mapping PRICE = Mapping.same("priceAmount", "priceCurrency", "priceUnit");

  private static final String[] PROPERTIES = {
    "properties[]", "items.properties[]", "items.items.properties[]"
  };

  private static final Mapping COLUMN =
      Mapping.same("name", "businessName", "logicalType", "physicalType", "description")
          .andSame("required", "unique", "primaryKey", "partitioned", "classification")
          .andSame("criticalDataElement", "encryptedName", "tags", "examples", "relationships")
          .and(
              copy("format", "logicalTypeOptions.format"),
              each("quality", QUALITY, "quality[]"),
              each("columns", () -> Odcs.COLUMN, PROPERTIES));

  private static final Mapping TABLE =
      Mapping.same("name", "businessName", "physicalName", "physicalType", "logicalType")
          .andSame("description", "tags")
          .and(
              each("columns", COLUMN, PROPERTIES),
              list("primaryKey", "properties[primaryKey=true].name"),
              copy("relationships", "relationships"),
              each("quality", QUALITY, "quality[]"));

  static final Mapping CONTRACT =
      Mapping.of(constant("standard", "odcs", "kind"), copy("standardVersion", "apiVersion"))
          .andSame("id", "name", "version", "status", "domain", "dataProduct", "tenant")
          .andSame("description")
          .and(copy("owner", OWNER), each("team", MEMBER, TEAM))
          .andSame("support", "tags")
          .and(each("roles", ROLE, "roles[]"))
          .andSame("servers")
          .and(
              each("schema", TABLE, "schema[]"),
              copy("sla", "slaProperties"),
              nested("retention", RETENTION, "slaProperties[property=retention]"))
          .and(nested("price", PRICE, "price"))
          .andSame("authoritativeDefinitions")
          .and(
              copy("endOfSupport", "slaProperties[property=endOfSupport].value"),
              copy("endOfLife", "slaProperties[property=endOfLife].value"));

  private Odcs() {}
}
