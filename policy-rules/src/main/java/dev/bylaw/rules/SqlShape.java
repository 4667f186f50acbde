package dev.bylaw.rules;

import static dev.bylaw.rules.document.ValueType.BOOLEAN;
import static dev.bylaw.rules.document.ValueType.NUMBER;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.listOf;
import static dev.bylaw.rules.document.ValueType.mapOf;

import dev.bylaw.rules.document.Shape;

/** What policies see of a script. */
final class SqlShape {
  private static final Shape COLUMN =
      Shape.closed().fields(TEXT, "name", "type", "comment").field("nullable", BOOLEAN);

  private static final Shape SECURABLE = Shape.closed().fields(TEXT, "type", "name");

  private static final Shape EXPECTATION =
      Shape.closed().fields(TEXT, "name", "condition", "action");

  private static final Shape TARGET =
      Shape.closed().fields(TEXT, "type", "name", "fullName", "catalog", "schema");

  private static final Shape STATEMENT =
      Shape.closed()
          .fields(TEXT, "kind", "text", "comment", "owner")
          .fields(BOOLEAN, "parsed", "replace", "ifNotExists", "star")
          .field("index", NUMBER)
          .field("target", TARGET)
          .field("columns", listOf(COLUMN))
          .fields(listOf(TEXT), "privileges", "principals")
          .field("securable", SECURABLE)
          .field("reads", listOf(Shape.closed().fields(TEXT, "name", "fullName")))
          .field("properties", mapOf(TEXT));

  static final Shape SCRIPT =
      Shape.closed()
          .field("dialect", TEXT)
          .field("statements", listOf(STATEMENT))
          .field(
              "tables",
              listOf(
                  Shape.closed()
                      .fields(TEXT, "name", "fullName", "catalog", "schema", "type", "comment")
                      .fields(TEXT, "owner", "language", "location")
                      .fields(listOf(TEXT), "partitionedBy", "clusterBy")
                      .field("properties", mapOf(TEXT))
                      .field("reads", listOf(Shape.closed().fields(TEXT, "name", "fullName")))
                      .field("expectations", listOf(EXPECTATION))
                      .field("statement", NUMBER)
                      .field("columns", listOf(COLUMN))))
          .field(
              "grants",
              listOf(
                  Shape.closed()
                      .fields(listOf(TEXT), "privileges", "principals")
                      .field("securable", SECURABLE)
                      .field("statement", NUMBER)))
          .field("language", TEXT)
          .field("cells", listOf(Shape.closed().fields(TEXT, "language", "title", "text")))
          .field("templates", listOf(Shape.closed().fields(TEXT, "kind", "text")))
          .field(
              "suppressions",
              listOf(
                  Shape.closed()
                      .fields(TEXT, "policy", "reason")
                      .fields(NUMBER, "statement", "table")));

  private SqlShape() {}
}
