package dev.bylaw.rules.infra;

import static dev.bylaw.rules.document.ValueType.BLOCK;
import static dev.bylaw.rules.document.ValueType.BOOLEAN;
import static dev.bylaw.rules.document.ValueType.NUMBER;
import static dev.bylaw.rules.document.ValueType.TEXT;

import dev.bylaw.rules.document.Shape;

/** A SQL warehouse. */
final class WarehouseShape {
  static final Shape WAREHOUSE =
      Shape.compact()
          .fields(TEXT, "name", "cluster_size")
          .fields(NUMBER, "auto_stop_mins", "min_num_clusters", "max_num_clusters")
          .field("warehouse_type", TEXT)
          .fields(BOOLEAN, "enable_serverless_compute", "enable_photon")
          .fields(TEXT, "spot_instance_policy", "instance_profile_arn")
          .field("channel", Shape.compact().field("name", TEXT).others(BLOCK))
          .field("tags", Tags.TAGS)
          .others(BLOCK);

  private WarehouseShape() {}
}
