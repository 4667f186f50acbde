package dev.bylaw.rules.infra;

import dev.bylaw.rules.document.Shape;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The types of resources of the Databricks provider that are subjects. */
final class TerraformTypes {
  private static final Map<String, SubjectKind> KINDS =
      Map.ofEntries(
          Map.entry("databricks_catalog", SubjectKind.CATALOG),
          Map.entry("databricks_cluster", SubjectKind.CLUSTER),
          Map.entry("databricks_cluster_policy", SubjectKind.CLUSTER_POLICY),
          Map.entry("databricks_entity_tag_assignment", SubjectKind.TAG),
          Map.entry("databricks_external_location", SubjectKind.EXTERNAL_LOCATION),
          Map.entry("databricks_grant", SubjectKind.GRANTS),
          Map.entry("databricks_grants", SubjectKind.GRANTS),
          Map.entry("databricks_instance_pool", SubjectKind.INSTANCE_POOL),
          Map.entry("databricks_job", SubjectKind.JOB),
          Map.entry("databricks_permissions", SubjectKind.PERMISSIONS),
          Map.entry("databricks_pipeline", SubjectKind.PIPELINE),
          Map.entry("databricks_policy_info", SubjectKind.ABAC_POLICY),
          Map.entry("databricks_quality_monitor", SubjectKind.QUALITY_MONITOR),
          Map.entry("databricks_recipient", SubjectKind.RECIPIENT),
          Map.entry("databricks_schema", SubjectKind.SCHEMA),
          Map.entry("databricks_share", SubjectKind.SHARE),
          Map.entry("databricks_sql_endpoint", SubjectKind.WAREHOUSE),
          Map.entry("databricks_sql_table", SubjectKind.TABLE),
          Map.entry("databricks_sql_warehouse", SubjectKind.WAREHOUSE),
          Map.entry("databricks_storage_credential", SubjectKind.STORAGE_CREDENTIAL),
          Map.entry("databricks_tag_policy", SubjectKind.TAG_POLICY),
          Map.entry("databricks_volume", SubjectKind.VOLUME),
          Map.entry("databricks_workspace_binding", SubjectKind.WORKSPACE_BINDING));

  /** The attributes that name what grants are on. */
  private static final List<String> SECURABLES =
      List.of(
          "metastore",
          "catalog",
          "schema",
          "table",
          "view",
          "volume",
          "function",
          "model",
          "external_location",
          "storage_credential",
          "credential",
          "foreign_connection",
          "share",
          "recipient",
          "pipeline");

  private TerraformTypes() {}

  static Optional<SubjectKind> kind(String type) {
    return Optional.ofNullable(KINDS.get(type));
  }

  /** The body of the API's call that a resource stands for. */
  static Located.Object body(SubjectKind kind, Located.Object attributes) {
    Located.Object body = TerraformBlocks.body(attributes);
    return kind == SubjectKind.GRANTS ? grants(body) : body;
  }

  private static Located.Object grants(Located.Object body) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>(body.entries());
    SECURABLES.stream()
        .filter(key -> Shape.entry(body, key).isPresent())
        .findFirst()
        .ifPresent(key -> on(key, entries));
    if (Shape.entry(body, "privileges").isPresent()) {
      Map<String, Located.Entry> grant =
          PlannedResource.entries(body, List.of("principal", "privileges"));
      entries.keySet().removeAll(grant.keySet());
      entries.put(
          "grants",
          SubjectDocument.entry(
              new Located.Array(List.of(new Located.Object(grant, body.span())), body.span())));
    }
    return new Located.Object(entries, body.span());
  }

  private static void on(String key, Map<String, Located.Entry> entries) {
    Optional.ofNullable(entries.remove(key))
        .ifPresent(
            securable -> {
              String type = key.replace("foreign_", "").toUpperCase(Locale.ROOT);
              entries.put(
                  "securable_type",
                  SubjectDocument.entry(SubjectDocument.text(type, securable.keySpan())));
              entries.put("full_name", securable);
            });
  }
}
