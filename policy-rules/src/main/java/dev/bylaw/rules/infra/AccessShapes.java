package dev.bylaw.rules.infra;

import static dev.bylaw.rules.document.ValueType.BLOCK;
import static dev.bylaw.rules.document.ValueType.BOOLEAN;
import static dev.bylaw.rules.document.ValueType.NUMBER;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.VERBATIM;
import static dev.bylaw.rules.document.ValueType.constant;
import static dev.bylaw.rules.document.ValueType.listOf;
import static dev.bylaw.rules.document.ValueType.orBelow;
import static dev.bylaw.rules.document.ValueType.word;

import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.document.ValueType;
import java.util.List;
import java.util.Map;

/** Who may do what: grants, permissions, shares, recipients, tags and what follows from tags. */
final class AccessShapes {
  /** What plans of bundles call the list. */
  private static final String EMBEDDED = "__embed__";

  /** {@code USE CATALOG} of SQL is {@code USE_CATALOG}; where it comes from is not asked. */
  private static final ValueType PRIVILEGES = listOf(orBelow("privilege", constant()));

  private static final ValueType GRANT =
      Shape.compact()
          .field("principal", TEXT)
          .field("privileges", List.of("privileges", "add"), PRIVILEGES)
          .field("remove", PRIVILEGES)
          .others(BLOCK);

  /** Within the object that they are on. */
  static final ValueType GRANTS_OF_ONE = listOf(GRANT);

  static final Shape GRANTS =
      Shape.compact()
          .field("securable_type", constant())
          .field("full_name", TEXT)
          .field(
              "privilege_assignments",
              List.of("privilege_assignments", "grants", "changes", EMBEDDED),
              GRANTS_OF_ONE)
          .others(BLOCK);

  static final Shape PERMISSIONS =
      Shape.compact()
          .fields(TEXT, "object_type", "object_id")
          .field(
              "access_control_list",
              List.of("access_control_list", "permissions", "access_control", EMBEDDED),
              listOf(
                  Shape.compact()
                      .fields(TEXT, "user_name", "group_name", "service_principal_name")
                      .field("permission_level", List.of("permission_level", "level"), TEXT)
                      .others(BLOCK)))
          .others(BLOCK);

  static final Shape SHARE =
      Shape.compact()
          .fields(TEXT, "name", "comment", "owner")
          .field(
              "objects",
              listOf(
                  Shape.compact()
                      .fields(TEXT, "name", "data_object_type", "shared_as", "comment")
                      .fields(TEXT, "history_data_sharing_status", "status")
                      .field("cdf_enabled", BOOLEAN)
                      .field("partitions", listOf(BLOCK))
                      .others(BLOCK)))
          .others(BLOCK);

  static final Shape RECIPIENT =
      Shape.compact()
          .fields(TEXT, "name", "comment", "owner", "authentication_type", "sharing_code")
          .field("expiration_time", NUMBER)
          .field("tokens", listOf(Shape.compact().field("expiration_time", NUMBER).others(BLOCK)))
          .field(
              "ip_access_list",
              Shape.compact().field("allowed_ip_addresses", listOf(TEXT)).others(BLOCK))
          .field("properties_kvpairs", BLOCK)
          .others(BLOCK);

  static final Shape TAG =
      Shape.compact()
          .fields(TEXT, "entity_type", "entity_name", "tag_key", "tag_value", "source_type")
          .field("inherited", BOOLEAN)
          .others(BLOCK);

  static final Shape TAG_POLICY =
      Shape.compact()
          .fields(TEXT, "tag_key", "description")
          .field("values", listOf(Shape.compact().field("name", TEXT).others(BLOCK)))
          .others(BLOCK);

  static final Shape QUALITY_MONITOR =
      Shape.compact()
          .fields(TEXT, "table_name", "assets_dir", "output_schema_name", "status")
          .fields(TEXT, "profile_metrics_table_name", "drift_metrics_table_name")
          .others(BLOCK);

  static final Shape WORKSPACE_BINDING =
      Shape.compact()
          .fields(TEXT, "securable_name", "securable_type", "binding_type")
          .field("workspace_id", NUMBER)
          .others(BLOCK);

  private static final Map<String, String> POLICY_TYPES =
      Map.of(
          "POLICY_TYPE_COLUMN_MASK", "COLUMN_MASK",
          "POLICY_TYPE_ROW_FILTER", "ROW_FILTER",
          "POLICY_TYPE_GRANT", "GRANT",
          "POLICY_TYPE_DENY", "DENY");

  static final Shape ABAC_POLICY =
      Shape.compact()
          .fields(TEXT, "name", "comment")
          .field("policy_type", word(POLICY_TYPES))
          .field("on_securable_type", constant())
          .field("on_securable_fullname", TEXT)
          .field("for_securable_type", constant())
          .fields(listOf(TEXT), "to_principals", "except_principals")
          .field(
              "match_columns",
              listOf(
                  Shape.compact().field("alias", TEXT).field("condition", VERBATIM).others(BLOCK)))
          .field("when_condition", VERBATIM)
          .field(
              "column_mask",
              Shape.compact()
                  .fields(TEXT, "function_name", "on_column")
                  .field("using", listOf(BLOCK))
                  .others(BLOCK))
          .field(
              "row_filter",
              Shape.compact()
                  .field("function_name", TEXT)
                  .field("using", listOf(BLOCK))
                  .others(BLOCK))
          .others(BLOCK);

  private AccessShapes() {}
}
