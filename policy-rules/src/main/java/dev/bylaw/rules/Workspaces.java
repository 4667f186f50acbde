package dev.bylaw.rules;

import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The objects of a run that say something about each other, in one subject of kind {@link
 * SubjectKind#WORKSPACE}: a cluster and its policy, a table and its tags.
 */
final class Workspaces {
  private static final String NAME = ".";

  /** The lists, by kind. */
  static final Map<SubjectKind, String> LISTS = lists();

  /** Without one of these nothing is to be joined. */
  private static final Set<SubjectKind> JOINING =
      Set.of(
          SubjectKind.CLUSTER_POLICY,
          SubjectKind.TAG,
          SubjectKind.TAG_POLICY,
          SubjectKind.ABAC_POLICY,
          SubjectKind.QUALITY_MONITOR,
          SubjectKind.WORKSPACE_BINDING,
          SubjectKind.SHARE);

  private Workspaces() {}

  private static Map<SubjectKind, String> lists() {
    Map<SubjectKind, String> lists = new LinkedHashMap<>();
    lists.put(SubjectKind.CLUSTER, "clusters");
    lists.put(SubjectKind.JOB, "jobs");
    lists.put(SubjectKind.PIPELINE, "pipelines");
    lists.put(SubjectKind.CLUSTER_POLICY, "cluster_policies");
    lists.put(SubjectKind.CATALOG, "catalogs");
    lists.put(SubjectKind.TABLE, "tables");
    lists.put(SubjectKind.SHARE, "shares");
    lists.put(SubjectKind.TAG, "tags");
    lists.put(SubjectKind.TAG_POLICY, "tag_policies");
    lists.put(SubjectKind.ABAC_POLICY, "abac_policies");
    lists.put(SubjectKind.QUALITY_MONITOR, "quality_monitors");
    lists.put(SubjectKind.WORKSPACE_BINDING, "workspace_bindings");
    return lists;
  }

  /** The subject; none where no object says something about another one. */
  static Optional<Subject> of(List<Subject> subjects) {
    if (subjects.stream().noneMatch(subject -> JOINING.contains(subject.kind()))) {
      return Optional.empty();
    }
    Span start = SourceFile.of(NAME, "").span();
    Map<String, Located> workspace = new LinkedHashMap<>();
    List<Located> unknown = new ArrayList<>();
    LISTS.forEach(
        (kind, list) -> {
          List<Located> members = new ArrayList<>();
          for (Subject subject : subjects) {
            if (subject.kind() == kind) {
              String pointer = "/workspace/" + list + "/" + members.size();
              UnknownList.moved(subject, "/" + kind.word(), pointer).forEach(unknown::add);
              members.add(DataProductAssembler.member(subject, subject.path()));
            }
          }
          workspace.put(list, new Located.Array(members, start));
        });
    Map<String, Located> input = new LinkedHashMap<>();
    input.put("workspace", SubjectDocument.object(start, workspace));
    input.put("unknown", new Located.Array(unknown, start));
    return Optional.of(
        SubjectDocument.of(
            SubjectKind.WORKSPACE, NAME, NAME, SubjectDocument.object(start, input)));
  }
}
