package dev.bylaw.rules.check;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;

/**
 * A cluster of a workspace that names its cluster policy.
 *
 * @param pointer to it in the input, a JSON pointer
 * @param type as policies call it
 * @param place of the policy's id
 */
record AttachedCluster(
    Located.Object body, String pointer, String type, String policyId, Span place) {
  private static final String JOB = "job";

  /** What is done with an element of a list and its JSON pointer. */
  @FunctionalInterface
  interface Element {
    void accept(Located.Object element, String pointer);
  }

  /** All of a workspace: those of their own, of jobs and of pipelines. */
  static List<AttachedCluster> of(Located.Object workspace) {
    List<AttachedCluster> all = new ArrayList<>();
    each(workspace, "clusters", "/workspace", (body, at) -> add(body, at, "all-purpose", all));
    each(workspace, "jobs", "/workspace", (job, at) -> job(job, at, all));
    each(
        workspace,
        "pipelines",
        "/workspace",
        (pipeline, at) ->
            each(pipeline, "clusters", at, (body, below) -> add(body, below, "dlt", all)));
    return all;
  }

  private static void job(Located.Object job, String pointer, List<AttachedCluster> all) {
    made(job, pointer, all);
    each(job, "job_clusters", pointer, (shared, at) -> made(shared, at, all));
    each(
        job,
        "tasks",
        pointer,
        (task, at) -> {
          made(task, at, all);
          Shape.block(task, "for_each_task")
              .flatMap(loop -> Shape.block(loop, "task"))
              .ifPresent(inner -> made(inner, at + "/for_each_task/task", all));
        });
  }

  private static void made(Located.Object holder, String pointer, List<AttachedCluster> all) {
    Shape.block(holder, "new_cluster")
        .ifPresent(body -> add(body, pointer + "/new_cluster", JOB, all));
  }

  private static void add(
      Located.Object body, String pointer, String type, List<AttachedCluster> all) {
    body.child(RegoString.of("policy_id"))
        .ifPresent(
            id ->
                Shape.text(body, "policy_id")
                    .ifPresent(
                        text ->
                            all.add(new AttachedCluster(body, pointer, type, text, id.span()))));
  }

  static void each(Located.Object holder, String list, String pointer, Element action) {
    if (holder.child(RegoString.of(list)).orElse(holder) instanceof Located.Array array) {
      for (int i = 0; i < array.elements().size(); i++) {
        if (array.elements().get(i) instanceof Located.Object element) {
          action.accept(element, "%s/%s/%d".formatted(pointer, list, i));
        }
      }
    }
  }
}
