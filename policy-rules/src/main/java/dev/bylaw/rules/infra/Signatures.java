package dev.bylaw.rules.infra;

import dev.bylaw.rules.document.Shape;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Set;

/** What tells the bodies of the API's calls apart, and the words of their texts. */
final class Signatures {
  private static final List<String> CLUSTER_FIELDS =
      List.of(
          "cluster_name",
          "spark_version",
          "node_type_id",
          "driver_node_type_id",
          "instance_pool_id",
          "num_workers",
          "autoscale",
          "autotermination_minutes",
          "data_security_mode",
          "policy_id",
          "spark_conf",
          "custom_tags");

  private static final List<String> WAREHOUSE_FIELDS =
      List.of(
          "cluster_size",
          "warehouse_type",
          "auto_stop_mins",
          "min_num_clusters",
          "max_num_clusters",
          "enable_serverless_compute",
          "spot_instance_policy");

  private static final List<String> PIPELINE_FIELDS =
      List.of(
          "catalog",
          "target",
          "storage",
          "serverless",
          "continuous",
          "development",
          "photon",
          "edition",
          "channel");

  static final Signature CLUSTER = Signature.of(Signatures::isCluster, Signatures::mayBeCluster);

  static final Signature WAREHOUSE =
      Signature.of(Signatures::isWarehouse, Signatures::mayBeWarehouse);

  static final Signature JOB =
      Signature.of(Signatures::isJob, Signatures::mayBeJob).orBelow("settings");

  static final Signature PIPELINE =
      Signature.of(Signatures::isPipeline, Signatures::mayBePipeline).orBelow("spec");

  static final Signature TABLE =
      Signature.fields(
          List.of("name", "table_type"),
          List.of("catalog_name", "schema_name", "columns"),
          List.of());

  static final Signature VOLUME =
      Signature.fields(
          List.of("name", "volume_type"), List.of("catalog_name", "schema_name"), List.of());

  static final Signature EXTERNAL_LOCATION =
      Signature.fields(List.of("name", "url", "credential_name"), List.of(), List.of());

  static final Signature STORAGE_CREDENTIAL =
      Signature.fields(
          List.of("name"),
          List.of(
              "aws_iam_role",
              "azure_managed_identity",
              "azure_service_principal",
              "databricks_gcp_service_account",
              "cloudflare_api_token"),
          List.of());

  static final Signature SHARE =
      Signature.of(
          body ->
              Shape.text(body, "name").isPresent()
                  && hasElements(body, "objects", "data_object_type"),
          words -> words.contains("data_object_type"));

  static final Signature RECIPIENT =
      Signature.fields(
          List.of("name", "authentication_type"),
          List.of(
              "sharing_code",
              "tokens",
              "ip_access_list",
              "properties_kvpairs",
              "data_recipient_global_metastore_id",
              "expiration_time",
              "owner"),
          List.of());

  static final Signature GRANTS =
      Signature.of(
          body ->
              hasElements(body, "privilege_assignments", "principal")
                  || (hasElements(body, "changes", "principal")
                      && (hasElements(body, "changes", "add")
                          || hasElements(body, "changes", "remove")))
                  || (hasScalar(body, "securable_type")
                      && hasElements(body, "grants", "principal")),
          words ->
              words.contains("principal")
                  && (words.contains("privilege_assignments")
                      || words.contains("securable_type")
                      || (words.contains("changes")
                          && (words.contains("add") || words.contains("remove")))));

  static final Signature PERMISSIONS =
      Signature.of(
          body -> hasElements(body, "access_control_list", "permission_level"),
          words -> words.contains("access_control_list") && words.contains("permission_level"));

  static final Signature TAG =
      Signature.fields(List.of("entity_type", "entity_name", "tag_key"), List.of(), List.of());

  static final Signature TAG_POLICY =
      Signature.fields(List.of("tag_key", "values"), List.of(), List.of("entity_type"));

  static final Signature QUALITY_MONITOR =
      Signature.fields(List.of("table_name", "output_schema_name"), List.of(), List.of());

  static final Signature WORKSPACE_BINDING =
      Signature.fields(List.of("securable_name", "workspace_id"), List.of(), List.of());

  static final Signature ABAC_POLICY =
      Signature.fields(
              List.of("name", "policy_type"),
              List.of("on_securable_type", "on_securable_fullname", "to_principals"),
              List.of())
          .orBelow("policy_info");

  static final Signature SCHEMA =
      Signature.fields(
          List.of("name", "catalog_name"),
          List.of(),
          List.of("schema_name", "table_type", "volume_type", "function_id", "url"));

  static final Signature CATALOG =
      Signature.fields(
          List.of("name"),
          List.of(
              "catalog_type",
              "isolation_mode",
              "storage_root",
              "enable_predictive_optimization",
              "custom_max_retention_hours"),
          List.of("catalog_name", "url", "credential_name", "region"));

  private Signatures() {}

  /** In a cluster policy the same names lead to objects. */
  private static boolean isCluster(Located.Object body) {
    return (hasScalar(body, "cluster_name") || hasScalar(body, "spark_version"))
        && mayBeCluster(body.entries().keySet());
  }

  private static boolean mayBeCluster(Set<String> names) {
    return (names.contains("cluster_name") || names.contains("spark_version"))
        && count(names, CLUSTER_FIELDS) >= 2;
  }

  private static boolean isWarehouse(Located.Object body) {
    return mayBeWarehouse(body.entries().keySet());
  }

  private static boolean mayBeWarehouse(Set<String> names) {
    return count(names, WAREHOUSE_FIELDS) >= 2
        || (names.contains("name") && names.contains("cluster_size"));
  }

  private static boolean isJob(Located.Object body) {
    return hasElements(body, "tasks", "task_key")
        || hasElements(body, "job_clusters", "job_cluster_key");
  }

  private static boolean mayBeJob(Set<String> names) {
    return names.contains("task_key") || names.contains("job_cluster_key");
  }

  private static boolean isPipeline(Located.Object body) {
    boolean parts = hasList(body, "libraries") || hasList(body, "datasets");
    boolean published = hasScalar(body, "catalog") && hasScalar(body, "schema");
    return (parts || published) && mayBePipeline(body.entries().keySet());
  }

  private static boolean mayBePipeline(Set<String> names) {
    boolean parts = names.contains("libraries") || names.contains("datasets");
    boolean published = names.contains("catalog") && names.contains("schema");
    return (parts && count(names, PIPELINE_FIELDS) >= 1)
        || (published && count(names, PIPELINE_FIELDS) >= 2);
  }

  private static boolean hasScalar(Located.Object body, String key) {
    Located.Entry entry = Shape.entry(body, key).orElse(null);
    return entry != null && entry.value() instanceof Located.Scalar;
  }

  private static boolean hasList(Located.Object body, String key) {
    Located.Entry entry = Shape.entry(body, key).orElse(null);
    return entry != null && entry.value() instanceof Located.Array;
  }

  private static boolean hasElements(Located.Object body, String key, String mark) {
    Located.Entry entry = Shape.entry(body, key).orElse(null);
    return entry != null
        && Shape.objects(entry.value()).anyMatch(element -> element.entries().containsKey(mark));
  }

  private static int count(Set<String> names, List<String> fields) {
    int count = 0;
    for (String field : fields) {
      count += names.contains(field) ? 1 : 0;
    }
    return count;
  }
}
