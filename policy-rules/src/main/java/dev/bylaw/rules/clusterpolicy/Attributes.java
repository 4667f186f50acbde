package dev.bylaw.rules.clusterpolicy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The attributes that a definition may limit, as the documentation lists them. */
final class Attributes {
  /** Where init scripts may come from; each is a path of its own. */
  static final List<String> SOURCES =
      List.of("abfss", "dbfs", "file", "gcs", "s3", "volumes", "workspace");

  /** Blocks of a cloud's own attributes, of which more come. */
  private static final Set<String> OPEN =
      Set.of("aws_attributes", "azure_attributes", "gcp_attributes", "cluster_log_conf");

  private static final Set<String> LEAVES =
      Set.of(
          "apply_policy_default_values",
          "autoscale.max_workers",
          "autoscale.min_workers",
          "autotermination_minutes",
          "cluster_name",
          "data_security_mode",
          "docker_image.basic_auth.password",
          "docker_image.basic_auth.username",
          "docker_image.url",
          "driver_instance_pool_id",
          "driver_node_type_id",
          "enable_elastic_disk",
          "enable_local_disk_encryption",
          "instance_pool_id",
          "is_single_node",
          "kind",
          "node_type_id",
          "num_workers",
          "remote_disk_throughput",
          "runtime_engine",
          "single_user_name",
          "spark_version",
          "ssh_public_keys.*",
          "total_initial_remote_disk_size",
          "use_ml_runtime",
          "workload_type.clients.jobs",
          "workload_type.clients.notebooks");

  private Attributes() {}

  static boolean isKnown(AttributePath path) {
    return path.isVirtual()
        || LEAVES.contains(generic(path))
        || (path.isOfMap() && !path.steps().get(1).isBlank())
        || (OPEN.contains(path.root()) && path.steps().size() > 1)
        || isScript(path);
  }

  /** A block of attributes rather than an attribute. */
  static boolean isBlock(AttributePath path) {
    String prefix = generic(path) + ".";
    return LEAVES.stream().anyMatch(leaf -> leaf.startsWith(prefix))
        || (path.steps().size() == 1
            && (OPEN.contains(path.root()) || AttributePath.isMap(path.root())))
        || (path.root().equals("init_scripts") && path.steps().size() < 4);
  }

  private static boolean isScript(AttributePath path) {
    List<String> steps = path.steps();
    return steps.size() == 4
        && steps.get(0).equals("init_scripts")
        && (steps.get(1).equals(AttributePath.EVERY) || AttributePath.isIndex(steps.get(1)))
        && SOURCES.contains(steps.get(2))
        && (steps.get(3).equals("destination") || steps.get(3).equals("region"));
  }

  private static String generic(AttributePath path) {
    return path.isOfMap()
        ? path.text()
        : path.steps().stream()
            .map(step -> AttributePath.isIndex(step) ? AttributePath.EVERY : step)
            .collect(Collectors.joining("."));
  }
}
