package dev.bylaw.rules.infra;

import static dev.bylaw.rules.document.ValueType.BLOCK;
import static dev.bylaw.rules.document.ValueType.BOOLEAN;
import static dev.bylaw.rules.document.ValueType.NUMBER;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.later;
import static dev.bylaw.rules.document.ValueType.listOf;

import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.document.ValueType;

/** A job with its tasks and the clusters that are made for them. */
final class JobShape {
  /** What a task does is kept as it is written. */
  private static final Shape TASK =
      Shape.compact()
          .fields(TEXT, "task_key", "existing_cluster_id", "job_cluster_key")
          .fields(NUMBER, "timeout_seconds", "max_retries")
          .field("new_cluster", ClusterShape.CLUSTER)
          .field(
              "for_each_task",
              Shape.compact().field("task", later(() -> JobShape.TASK)).others(BLOCK))
          .others(BLOCK)
          .named("task");

  /** Who a job or a pipeline runs as. */
  static final ValueType RUN_AS =
      Shape.compact()
          .fields(TEXT, "user_name", "service_principal_name", "group_name")
          .others(BLOCK);

  static final Shape JOB =
      Shape.compact()
          .fields(TEXT, "name", "description")
          .field("tags", Tags.TAGS)
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
          .field("run_as", RUN_AS)
          .field(
              "schedule",
              Shape.compact()
                  .fields(TEXT, "quartz_cron_expression", "timezone_id", "pause_status")
                  .others(BLOCK))
          .field("queue", Shape.compact().field("enabled", BOOLEAN).others(BLOCK))
          .fields(TEXT, "edit_mode", "performance_target")
          .fields(TEXT, "budget_policy_id", "usage_policy_id")
          .others(BLOCK);

  private JobShape() {}
}
