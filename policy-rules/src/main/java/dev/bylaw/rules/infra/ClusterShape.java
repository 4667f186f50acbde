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
import dev.bylaw.rules.document.ValueType;
import java.util.List;
import java.util.Map;

/** A cluster, of its own or within a job or a pipeline. */
final class ClusterShape {
  /** The names that the API has as aliases of each other. */
  private static final Map<String, String> ACCESS_MODES =
      Map.of(
          "DATA_SECURITY_MODE_DEDICATED", "SINGLE_USER",
          "DATA_SECURITY_MODE_STANDARD", "USER_ISOLATION",
          "DATA_SECURITY_MODE_AUTO", "AUTO");

  static final ValueType AWS =
      Shape.compact()
          .fields(TEXT, "availability", "zone_id", "instance_profile_arn", "ebs_volume_type")
          .fields(NUMBER, "first_on_demand", "spot_bid_price_percent")
          .fields(NUMBER, "ebs_volume_count", "ebs_volume_size")
          .others(BLOCK);

  static final ValueType AZURE =
      Shape.compact()
          .fields(TEXT, "availability", "capacity_reservation_group")
          .fields(NUMBER, "first_on_demand", "spot_bid_max_price")
          .others(BLOCK);

  static final ValueType GCP =
      Shape.compact()
          .fields(TEXT, "availability", "zone_id", "google_service_account")
          .fields(NUMBER, "first_on_demand", "local_ssd_count", "boot_disk_size")
          .field("use_preemptible_executors", BOOLEAN)
          .others(BLOCK);

  static final Shape CLUSTER =
      Shape.compact()
          .fields(TEXT, "cluster_name", "kind", "spark_version", "runtime_engine")
          .field("runtime", List.of("spark_version"), RuntimeVersion.FACTS)
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
          .field("custom_tags", Tags.TAGS)
          .fields(mapOf(LOOSE_TEXT), "spark_conf", "spark_env_vars")
          .field("ssh_public_keys", listOf(TEXT))
          .fields(NUMBER, "remote_disk_throughput", "total_initial_remote_disk_size")
          .field("aws_attributes", AWS)
          .field("azure_attributes", AZURE)
          .field("gcp_attributes", GCP)
          .field("init_scripts", listOf(BLOCK))
          .field("cluster_log_conf", BLOCK)
          .field("docker_image", BLOCK)
          .field(
              "workload_type",
              Shape.compact()
                  .field("clients", Shape.compact().fields(BOOLEAN, "jobs", "notebooks"))
                  .others(BLOCK))
          .others(BLOCK);

  private ClusterShape() {}
}
