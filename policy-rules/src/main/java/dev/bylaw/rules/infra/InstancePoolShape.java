package dev.bylaw.rules.infra;

import static dev.bylaw.rules.document.ValueType.BLOCK;
import static dev.bylaw.rules.document.ValueType.BOOLEAN;
import static dev.bylaw.rules.document.ValueType.NUMBER;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.listOf;

import dev.bylaw.rules.document.Shape;
import java.util.List;

/** A pool of idle instances. */
final class InstancePoolShape {
  static final Shape POOL =
      Shape.compact()
          .fields(TEXT, "instance_pool_name", "node_type_id")
          .fields(NUMBER, "min_idle_instances", "max_capacity")
          .field("idle_instance_autotermination_minutes", NUMBER)
          .field("enable_elastic_disk", BOOLEAN)
          .field("custom_tags", Tags.TAGS)
          .field("preloaded_spark_versions", listOf(TEXT))
          .field("aws_attributes", ClusterShape.AWS)
          .field("azure_attributes", ClusterShape.AZURE)
          .field("gcp_attributes", ClusterShape.GCP)
          .field("disk_spec", BLOCK)
          .others(BLOCK);

  static final Signature SIGNATURE =
      Signature.fields(
          List.of("instance_pool_name"),
          List.of(
              "node_type_id",
              "min_idle_instances",
              "max_capacity",
              "idle_instance_autotermination_minutes",
              "preloaded_spark_versions"),
          List.of("cluster_name"));

  private InstancePoolShape() {}
}
