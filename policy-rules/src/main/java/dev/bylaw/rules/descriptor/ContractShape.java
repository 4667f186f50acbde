package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.document.ValueType.ANY;
import static dev.bylaw.rules.document.ValueType.BOOLEAN;
import static dev.bylaw.rules.document.ValueType.OPAQUE;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.listOf;

import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.document.ValueType;

/** A contract, whatever its standard. */
final class ContractShape {
  private static final ValueType COLUMNS = listOf(ValueType.later(() -> ContractShape.COLUMN));

  private static final ValueType RELATIONSHIPS =
      listOf(Shape.closed().field("type", TEXT).fields(ANY, "from", "to"));

  private static final Shape COLUMN =
      Shape.closed()
          .fields(TEXT, "name", "businessName", "logicalType", "physicalType", "description")
          .fields(BOOLEAN, "required", "unique", "primaryKey", "partitioned")
          .field("classification", TEXT)
          .fields(BOOLEAN, "pii", "criticalDataElement")
          .field("encryptedName", TEXT)
          .field("tags", listOf(TEXT))
          .field("format", TEXT)
          .field("examples", listOf(OPAQUE))
          .field("relationships", RELATIONSHIPS)
          .field("quality", Common.QUALITY)
          .field("columns", COLUMNS)
          .named("column");

  private static final Shape TABLE =
      Shape.closed()
          .fields(TEXT, "name", "businessName", "physicalName", "physicalType", "logicalType")
          .field("description", TEXT)
          .field("tags", listOf(TEXT))
          .field("columns", COLUMNS)
          .field("primaryKey", listOf(TEXT))
          .field("relationships", RELATIONSHIPS)
          .field("quality", Common.QUALITY);

  static final Shape CONTRACT =
      Common.tail(
          Common.head("dataProduct")
              .field(
                  "servers",
                  listOf(
                      Shape.closed()
                          .fields(TEXT, "server", "type", "catalog", "schema", "host")
                          .fields(TEXT, "environment", "database", "project", "location", "format")
                          .field("description", TEXT)))
              .field("schema", listOf(TABLE))
              .field("quality", Common.QUALITY));

  private ContractShape() {}
}
