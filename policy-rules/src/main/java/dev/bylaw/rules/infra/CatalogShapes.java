package dev.bylaw.rules.infra;

import static dev.bylaw.rules.document.ValueType.BLOCK;
import static dev.bylaw.rules.document.ValueType.BOOLEAN;
import static dev.bylaw.rules.document.ValueType.LOOSE_TEXT;
import static dev.bylaw.rules.document.ValueType.NUMBER;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.VERBATIM;
import static dev.bylaw.rules.document.ValueType.listOf;
import static dev.bylaw.rules.document.ValueType.mapOf;
import static dev.bylaw.rules.document.ValueType.word;

import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.document.ValueType;
import java.util.List;
import java.util.Map;

/** The objects of Unity Catalog that hold data, or lead to it. */
final class CatalogShapes {
  /** Some objects have the short words, others the long ones. */
  private static final ValueType ISOLATION =
      word(Map.of("ISOLATION_MODE_OPEN", "OPEN", "ISOLATION_MODE_ISOLATED", "ISOLATED"));

  private static final ValueType PROPERTIES = mapOf(LOOSE_TEXT);

  private static final Shape OBJECT = Shape.compact().fields(TEXT, "name", "comment", "owner");

  static final Shape CATALOG =
      OBJECT
          .field("isolation_mode", ISOLATION)
          .fields(TEXT, "catalog_type", "storage_root", "enable_predictive_optimization")
          .fields(TEXT, "provider_name", "share_name", "connection_name")
          .fields(PROPERTIES, "properties", "options")
          .field("custom_max_retention_hours", NUMBER)
          .field("managed_encryption_settings", BLOCK)
          .field("force_destroy", BOOLEAN)
          .field("grants", AccessShapes.GRANTS_OF_ONE)
          .others(BLOCK);

  static final Shape SCHEMA =
      OBJECT
          .fields(TEXT, "catalog_name", "full_name", "storage_root")
          .field("enable_predictive_optimization", TEXT)
          .field("properties", PROPERTIES)
          .field("custom_max_retention_hours", NUMBER)
          .field("force_destroy", BOOLEAN)
          .field("grants", AccessShapes.GRANTS_OF_ONE)
          .others(BLOCK);

  private static final ValueType COLUMN =
      Shape.compact()
          .field("name", TEXT)
          .field("type_text", List.of("type_text", "type"), VERBATIM)
          .field("type_name", TEXT)
          .field("type_json", VERBATIM)
          .field("nullable", BOOLEAN)
          .field("comment", TEXT)
          .fields(NUMBER, "position", "partition_index")
          .field(
              "mask",
              Shape.compact()
                  .field("function_name", TEXT)
                  .field("using_column_names", listOf(TEXT))
                  .others(BLOCK))
          .others(BLOCK);

  static final Shape TABLE =
      OBJECT
          .fields(TEXT, "catalog_name", "schema_name", "full_name")
          .fields(TEXT, "table_type", "data_source_format")
          .fields(TEXT, "storage_location", "storage_credential_name")
          .field("view_definition", VERBATIM)
          .field("properties", PROPERTIES)
          .field(
              "row_filter",
              Shape.compact()
                  .field("function_name", TEXT)
                  .field("input_column_names", listOf(TEXT))
                  .others(BLOCK))
          .field("table_constraints", listOf(BLOCK))
          .field("columns", listOf(COLUMN))
          .others(BLOCK);

  static final Shape VOLUME =
      OBJECT
          .fields(TEXT, "catalog_name", "schema_name", "full_name")
          .fields(TEXT, "volume_type", "storage_location")
          .field("grants", AccessShapes.GRANTS_OF_ONE)
          .others(BLOCK);

  static final Shape LOCATION =
      OBJECT
          .fields(TEXT, "url", "credential_name")
          .fields(BOOLEAN, "read_only", "fallback", "skip_validation", "enable_file_events")
          .field("isolation_mode", ISOLATION)
          .field("encryption_details", BLOCK)
          .field("force_destroy", BOOLEAN)
          .field("grants", AccessShapes.GRANTS_OF_ONE)
          .others(BLOCK);

  static final Shape CREDENTIAL =
      OBJECT
          .fields(BLOCK, "aws_iam_role", "azure_managed_identity", "azure_service_principal")
          .fields(BLOCK, "databricks_gcp_service_account", "cloudflare_api_token")
          .fields(BOOLEAN, "read_only", "used_for_managed_storage", "skip_validation")
          .field("isolation_mode", ISOLATION)
          .field("force_destroy", BOOLEAN)
          .others(BLOCK);

  private CatalogShapes() {}
}
