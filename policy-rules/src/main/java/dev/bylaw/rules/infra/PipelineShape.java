package dev.bylaw.rules.infra;

import static dev.bylaw.rules.document.ValueType.BLOCK;
import static dev.bylaw.rules.document.ValueType.BOOLEAN;
import static dev.bylaw.rules.document.ValueType.LOOSE_TEXT;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.VERBATIM;
import static dev.bylaw.rules.document.ValueType.listOf;
import static dev.bylaw.rules.document.ValueType.mapOf;
import static dev.bylaw.rules.document.ValueType.word;

import dev.bylaw.rules.document.Shape;
import java.util.Map;

/** A pipeline with the tables that it declares. */
final class PipelineShape {
  /** Also by the names of lower case, and by the words of SQL. */
  private static final Map<String, String> ACTIONS =
      Map.of(
          "warn", "WARN",
          "drop", "DROP",
          "fail", "FAIL",
          "DROP ROW", "DROP",
          "FAIL UPDATE", "FAIL");

  private static final Shape EXPECTATION =
      Shape.compact()
          .field("name", TEXT)
          .field("condition", VERBATIM)
          .field("action", word(ACTIONS))
          .others(BLOCK);

  static final Shape PIPELINE =
      Shape.compact()
          .fields(TEXT, "name", "catalog", "schema", "target", "storage")
          .fields(BOOLEAN, "serverless", "continuous", "development", "photon")
          .fields(TEXT, "channel", "edition", "budget_policy_id")
          .field("tags", mapOf(LOOSE_TEXT))
          .field("configuration", mapOf(LOOSE_TEXT))
          .field("clusters", listOf(ClusterShape.CLUSTER))
          .field("root_path", TEXT)
          .field("run_as", JobShape.RUN_AS)
          .fields(listOf(BLOCK), "libraries", "notifications")
          .field(
              "datasets",
              listOf(
                  Shape.compact()
                      .fields(TEXT, "name", "comment")
                      .field("expectations", listOf(EXPECTATION))
                      .others(BLOCK)))
          .others(BLOCK);

  private PipelineShape() {}
}
