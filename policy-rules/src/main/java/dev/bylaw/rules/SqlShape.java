package dev.bylaw.rules;

import static dev.bylaw.rules.document.ValueType.BOOLEAN;
import static dev.bylaw.rules.document.ValueType.NUMBER;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.listOf;
import static dev.bylaw.rules.document.ValueType.mapOf;

import dev.bylaw.rules.document.Shape;

/** What policies see of a script. */
final class SqlShape {
  private static final Shape MASK =
      Shape.closed().field("function", TEXT).field("columns", listOf(TEXT));

  private static final Shape COLUMN =
      Shape.closed()
          .fields(TEXT, "name", "type", "comment", "default", "generated", "collation")
          .fields(BOOLEAN, "nullable", "identity")
          .field("mask", MASK)
          .field("tags", mapOf(TEXT));

  private static final Shape CONSTRAINT =
      Shape.closed()
          .fields(TEXT, "name", "type", "condition", "references")
          .fields(listOf(TEXT), "columns", "referencedColumns", "options");

  private static final Shape SECURABLE = Shape.closed().fields(TEXT, "type", "name", "resolved");

  private static final Shape EXPECTATION =
      Shape.closed().fields(TEXT, "name", "condition", "action");

  private static final Shape TARGET =
      Shape.closed().fields(TEXT, "type", "name", "fullName", "resolved", "catalog", "schema");

  private static final Shape READ =
      Shape.closed()
          .fields(TEXT, "name", "fullName", "resolved", "alias", "version")
          .field("stream", BOOLEAN);

  private static final Shape CHANGE =
      Shape.closed()
          .fields(TEXT, "action", "column", "to", "type", "comment", "default", "object")
          .fields(BOOLEAN, "nullable", "dropDefault", "dropMask", "history", "partitioned")
          .field("columns", listOf(COLUMN))
          .fields(listOf(TEXT), "dropped", "unset")
          .field("tags", mapOf(TEXT))
          .field("mask", MASK)
          .field("constraint", CONSTRAINT);

  private static final Shape POLICY =
      Shape.closed()
          .fields(TEXT, "action", "onType", "on", "function", "when")
          .fields(listOf(TEXT), "to", "except", "match", "columns");

  private static final Shape FUNCTION =
      Shape.closed().field("parameters", listOf(COLUMN)).fields(TEXT, "returns", "body");

  private static final Shape DEFINED =
      Shape.closed()
          .fields(TEXT, "kind", "text", "comment", "owner", "location", "credential", "using")
          .fields(TEXT, "like", "collation", "schedule", "connectionType", "watermark", "language")
          .fields(TEXT, "sharingId", "source", "retainHours")
          .fields(
              BOOLEAN,
              "parsed",
              "fallback",
              "replace",
              "ifNotExists",
              "ifExists",
              "cascade",
              "deterministic",
              "star")
          .fields(NUMBER, "index", "within")
          .field("target", TARGET)
          .field("columns", listOf(COLUMN))
          .field("constraints", listOf(CONSTRAINT))
          .field("expectations", listOf(EXPECTATION))
          .fields(mapOf(TEXT), "properties", "options", "tags", "partition", "settings")
          .fields(listOf(TEXT), "modifiers", "partitionedBy")
          .field("clustering", Shape.closed().field("mode", TEXT).field("columns", listOf(TEXT)))
          .field("rowFilter", MASK)
          .field("clone", Shape.closed().field("source", TEXT).field("shallow", BOOLEAN))
          .field("function", FUNCTION)
          .field("policy", POLICY)
          .field("changes", listOf(CHANGE));

  private static final Shape CALL =
      Shape.closed()
          .field("name", TEXT)
          .field("arguments", listOf(TEXT))
          .fields(BOOLEAN, "distinct", "window");

  private static final Shape STATEMENT =
      DEFINED
          .fields(listOf(TEXT), "privileges", "principals", "columnsWritten", "stars", "parameters")
          .field("grantOption", BOOLEAN)
          .field("securable", SECURABLE)
          .fields(listOf(READ), "reads", "writes")
          .field("columnsRead", listOf(Shape.closed().fields(TEXT, "name", "fullName")))
          .field("functions", listOf(CALL))
          .field(
              "joins",
              listOf(
                  Shape.closed()
                      .fields(TEXT, "kind", "table", "condition")
                      .field("lateral", BOOLEAN)
                      .field("using", listOf(TEXT))))
          .field(
              "predicates",
              listOf(Shape.closed().fields(TEXT, "clause", "text").field("columns", listOf(TEXT))))
          .fields(listOf(TEXT), "setOperations", "orderBy", "unqualified")
          .field("limits", listOf(Shape.closed().field("text", TEXT).field("ordered", BOOLEAN)))
          .field("computedNames", listOf(Shape.closed().field("text", TEXT)))
          .field("literals", listOf(Shape.closed().fields(TEXT, "type", "value")))
          .field(
              "lineage",
              listOf(
                  Shape.closed()
                      .field("column", TEXT)
                      .field("sources", listOf(Shape.closed().fields(TEXT, "table", "column")))
                      .field("resolved", BOOLEAN)));

  private static final Shape STATE_COLUMN =
      Shape.closed()
          .fields(TEXT, "name", "renamedFrom", "type", "comment", "mask")
          .field("nullable", BOOLEAN)
          .field("tags", mapOf(TEXT));

  /** The tables that statements leave behind. */
  static final Shape STATE =
      Shape.closed()
          .field(
              "tables",
              listOf(
                  Shape.closed()
                      .fields(TEXT, "name", "schema", "catalog", "fullName", "type", "comment")
                      .fields(TEXT, "owner", "rowFilter", "location", "format", "clusterBy")
                      .field("renamedFrom", TEXT)
                      .fields(mapOf(TEXT), "tags", "properties")
                      .field("columns", listOf(STATE_COLUMN))
                      .field(
                          "grants",
                          listOf(Shape.closed().fields(TEXT, "kind", "privilege", "principal")))
                      .field(
                          "constraints",
                          listOf(Shape.closed().fields(TEXT, "name", "kind", "text")))))
          .field("unapplied", listOf(Shape.closed().fields(TEXT, "kind", "target")));

  /** What the previous version of a product promised, and the present one does not keep. */
  static final Shape BREAKING =
      Shape.closed().fields(TEXT, "kind", "table", "column", "before", "after");

  static final Shape SCRIPT =
      Shape.closed()
          .field("dialect", TEXT)
          .field("statements", listOf(STATEMENT))
          .field(
              "tables",
              listOf(
                  Shape.closed()
                      .fields(TEXT, "name", "fullName", "resolved", "catalog", "schema", "type")
                      .field("comment", TEXT)
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
          .field("state", STATE)
          .field("language", TEXT)
          .field("cells", listOf(Shape.closed().fields(TEXT, "language", "title", "text")))
          .field("assignments", listOf(Shape.closed().fields(TEXT, "name", "value")))
          .field("templates", listOf(Shape.closed().fields(TEXT, "kind", "text")))
          .field(
              "suppressions",
              listOf(
                  Shape.closed()
                      .fields(TEXT, "policy", "reason")
                      .fields(NUMBER, "statement", "table")));

  private SqlShape() {}
}
