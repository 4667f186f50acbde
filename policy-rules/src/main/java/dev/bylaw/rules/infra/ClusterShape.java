package dev.bylaw.rules.infra;

import static dev.bylaw.rules.document.ValueType.BLOCK;
import static dev.bylaw.rules.document.ValueType.BOOLEAN;
import static dev.bylaw.rules.document.ValueType.LOOSE_TEXT;
import static dev.bylaw.rules.document.ValueType.NUMBER;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.listOf;
import static dev.bylaw.rules.document.ValueType.mapOf;
import static dev.bylaw.rules.document.ValueType.word;

import dev.bylaw.rules.document.Shape;
import java.util.Map;

/** A cluster, of its own or within a job or a pipeline. */
final class ClusterShape {
  /** The names that the API has as aliases of each other. */
  private static final Map<String, String> ACCESS_MODES =
      Map.of(
          "DATA_SECURITY_MODE_DEDICATED", "SINGLE_USER",
          "DATA_SECURITY_MODE_STANDARD", "USER_ISOLATION",
          "DATA_SECURITY_MODE_AUTO", "AUTO");

  static final Shape CLUSTER =
      Shape.compact()
          .fields(TEXT, "cluster_name", "kind", "spark_version", "runtime_engine")
          .fields(TEXT, "node_type_id", "driver_node_type_id")
          .fields(TEXT, "instance_pool_id", "driver_instance_pool_id")
          .field("num_workers", NUMBER)
          .field(
              "autoscale",
              Shape.compact().fields(NUMBER, "min_workers", "max_workers").others(BLOCK))
          .field("autotermination_minutes", NUMBER)
          .field("data_security_mode", word(ACCESS_MODES))
          .fields(TEXT, "single_user_name", "policy_id", "label")
          .fields(BOOLEAN, "apply_policy_default_values", "is_single_node", "use_ml_runtime")
          .fields(BOOLEAN, "enable_elastic_disk", "enable_local_disk_encryption")
          .fields(mapOf(LOOSE_TEXT), "custom_tags", "spark_conf", "spark_env_vars")
          .field("ssh_public_keys", listOf(TEXT))
          .fields(NUMBER, "remote_disk_throughput", "total_initial_remote_disk_size")
          .others(BLOCK);

  private ClusterShape() {}
}
