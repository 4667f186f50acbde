package dev.bylaw.rules.infra;

import dev.bylaw.rules.document.Shape;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Set;

/** What tells the bodies of the API's calls apart, and the words of their texts. */
final class Signatures {
  private static final List<String> CLUSTER =
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

  private static final List<String> WAREHOUSE =
      List.of(
          "cluster_size",
          "warehouse_type",
          "auto_stop_mins",
          "min_num_clusters",
          "max_num_clusters",
          "enable_serverless_compute",
          "spot_instance_policy");

  private static final List<String> PIPELINE =
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

  private Signatures() {}

  /** In a cluster policy the same names lead to objects. */
  static boolean isCluster(Located.Object body) {
    return (hasScalar(body, "cluster_name") || hasScalar(body, "spark_version"))
        && mayBeCluster(body.entries().keySet());
  }

  static boolean mayBeCluster(Set<String> names) {
    return (names.contains("cluster_name") || names.contains("spark_version"))
        && count(names, CLUSTER) >= 2;
  }

  static boolean isWarehouse(Located.Object body) {
    return mayBeWarehouse(body.entries().keySet());
  }

  static boolean mayBeWarehouse(Set<String> names) {
    return count(names, WAREHOUSE) >= 2
        || (names.contains("name") && names.contains("cluster_size"));
  }

  static boolean isJob(Located.Object body) {
    return hasElements(body, "tasks", "task_key")
        || hasElements(body, "job_clusters", "job_cluster_key");
  }

  static boolean mayBeJob(Set<String> names) {
    return names.contains("task_key") || names.contains("job_cluster_key");
  }

  static boolean isPipeline(Located.Object body) {
    boolean parts = hasList(body, "libraries") || hasList(body, "datasets");
    boolean published = hasScalar(body, "catalog") && hasScalar(body, "schema");
    return (parts || published) && mayBePipeline(body.entries().keySet());
  }

  static boolean mayBePipeline(Set<String> names) {
    boolean parts = names.contains("libraries") || names.contains("datasets");
    boolean published = names.contains("catalog") && names.contains("schema");
    return (parts && count(names, PIPELINE) >= 1) || (published && count(names, PIPELINE) >= 2);
  }

  private static boolean hasScalar(Located.Object body, String key) {
    return Shape.entry(body, key).filter(e -> e.value() instanceof Located.Scalar).isPresent();
  }

  private static boolean hasList(Located.Object body, String key) {
    return Shape.entry(body, key).filter(e -> e.value() instanceof Located.Array).isPresent();
  }

  private static boolean hasElements(Located.Object body, String key, String mark) {
    return Shape.entry(body, key).stream()
        .flatMap(e -> Shape.objects(e.value()))
        .anyMatch(element -> element.entries().containsKey(mark));
  }

  private static long count(Set<String> names, List<String> fields) {
    return fields.stream().filter(names::contains).count();
  }
}
