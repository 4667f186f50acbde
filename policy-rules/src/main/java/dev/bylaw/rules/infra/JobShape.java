package dev.bylaw.rules.infra;

import static dev.bylaw.rules.document.ValueType.BLOCK;
import static dev.bylaw.rules.document.ValueType.LOOSE_TEXT;
import static dev.bylaw.rules.document.ValueType.NUMBER;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.later;
import static dev.bylaw.rules.document.ValueType.listOf;
import static dev.bylaw.rules.document.ValueType.mapOf;

import dev.bylaw.rules.document.Shape;

/** A job with its tasks and the clusters that are made for them. */
final class JobShape {
  /** What a task does is kept as it is written. */
  private static final Shape TASK =
      Shape.compact()
          .field("task_key", TEXT)
          .field("new_cluster", ClusterShape.CLUSTER)
          .field(
              "for_each_task",
              Shape.compact().field("task", later(() -> JobShape.TASK)).others(BLOCK))
          .others(BLOCK)
          .named("task");

  static final Shape JOB =
      Shape.compact()
          .fields(TEXT, "name", "description")
          .field("tags", mapOf(LOOSE_TEXT))
          .field("tasks", listOf(TASK))
          .field(
              "job_clusters",
              listOf(
                  Shape.compact()
                      .field("job_cluster_key", TEXT)
                      .field("new_cluster", ClusterShape.CLUSTER)
                      .others(BLOCK)))
          .field("new_cluster", ClusterShape.CLUSTER)
          .fields(NUMBER, "timeout_seconds", "max_concurrent_runs")
          .fields(TEXT, "edit_mode", "performance_target")
          .fields(TEXT, "budget_policy_id", "usage_policy_id")
          .others(BLOCK);

  private JobShape() {}
}
