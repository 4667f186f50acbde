package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.document.ValueType.ANY;
import static dev.bylaw.rules.document.ValueType.NUMBER;
import static dev.bylaw.rules.document.ValueType.OPAQUE;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.VERBATIM;
import static dev.bylaw.rules.document.ValueType.listOf;

import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.document.ValueType;

/** What products and contracts have in common, in the words of ODCS 3.1 where it has one. */
final class Common {
  private static final ValueType DESCRIPTION =
      Shape.closed().fields(TEXT, "purpose", "usage", "limitations");

  private static final ValueType TEAM =
      listOf(Shape.closed().fields(TEXT, "username", "name", "role", "dateIn", "dateOut"));

  private static final ValueType SUPPORT =
      listOf(Shape.closed().fields(TEXT, "channel", "url", "tool", "scope", "description"));

  private static final ValueType ROLES =
      listOf(
          Shape.closed()
              .fields(TEXT, "role", "access", "description")
              .field("approvers", listOf(TEXT)));

  private static final ValueType SLA =
      listOf(
          Shape.closed()
              .field("property", TEXT)
              .field("value", ANY)
              .fields(TEXT, "unit", "element", "driver", "description"));

  private static final ValueType DEFINITIONS =
      listOf(Shape.closed().fields(TEXT, "type", "url", "description"));

  /** The elements are in the words of ODCS 3.1, where {@code rule} became {@code metric}. */
  static final ValueType QUALITY =
      listOf(
          Shape.closed()
              .fields(TEXT, "name", "type", "metric", "rule")
              .field("query", VERBATIM)
              .fields(TEXT, "description", "dimension", "severity", "unit", "engine")
              .fields(TEXT, "businessImpact", "scheduler", "schedule")
              .field("implementation", OPAQUE)
              .fields(ANY, "arguments", "mustBe", "mustNotBe")
              .fields(ANY, "mustBeGreaterThan", "mustBeGreaterOrEqualTo")
              .fields(ANY, "mustBeLessThan", "mustBeLessOrEqualTo")
              .fields(ANY, "mustBeBetween", "mustNotBeBetween"));

  private Common() {}

  /** From the standard's name to the tenant. */
  static Shape head(String... more) {
    return Shape.closed()
        .fields(TEXT, "standard", "standardVersion")
        .fields(TEXT, "id", "name", "version", "status", "domain")
        .fields(TEXT, more)
        .field("tenant", TEXT)
        .field("description", DESCRIPTION)
        .field("owner", TEXT)
        .field("team", TEAM)
        .field("support", SUPPORT)
        .field("tags", listOf(TEXT))
        .field("roles", ROLES);
  }

  /** From the service levels to the end of life. */
  static Shape tail(Shape shape) {
    return shape
        .field("sla", SLA)
        .field("retention", Shape.closed().field("value", ANY).fields(TEXT, "unit", "description"))
        .field("terms", Shape.closed().fields(TEXT, "description", "noticePeriod", "url"))
        .field(
            "price",
            Shape.closed()
                .field("priceAmount", NUMBER)
                .fields(TEXT, "priceCurrency", "priceUnit", "description"))
        .field("authoritativeDefinitions", DEFINITIONS)
        .field("deprecationPolicy", TEXT)
        .fields(ANY, "endOfSupport", "endOfLife");
  }
}
