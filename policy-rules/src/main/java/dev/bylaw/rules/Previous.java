package dev.bylaw.rules;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Joins subjects with those of the version before, such as that of the main branch, so that rules
 * can compare them. Stateless and thread-safe.
 */
public final class Previous {
  private static final Set<String> NOT_CONTENT = Set.of("subject", "raw", "unknown", "previous");

  private static final RegoString PREVIOUS = RegoString.of("previous");

  private Previous() {}

  /** What tells a subject from others of its run. */
  private record Key(SubjectKind kind, String path, String name, Optional<String> environment) {
    static Key of(Subject subject) {
      return new Key(subject.kind(), subject.path(), subject.name(), subject.environment());
    }
  }

  /**
   * The subjects, each with what the same one was before as {@code input.previous}: the same kind,
   * path and environment, and the same name where a file has several. A subject that is new has
   * none; one that has it already, as products as a whole have, keeps it.
   *
   * @param before the subjects of the version before, read from a folder like that of {@code now}
   */
  public static List<Subject> join(List<Subject> now, List<Subject> before) {
    Map<Key, Subject> named = new HashMap<>();
    before.forEach(subject -> named.putIfAbsent(Key.of(subject), subject));
    return now.stream()
        .map(
            subject ->
                Optional.ofNullable(named.get(Key.of(subject)))
                    .filter(was -> subject.input().child(PREVIOUS).isEmpty())
                    .map(was -> SubjectDocument.with(subject, "previous", content(was)))
                    .orElse(subject))
        .toList();
  }

  private static Located content(Subject subject) {
    Map<String, Located> content = new LinkedHashMap<>();
    subject
        .input()
        .entries()
        .forEach(
            (key, entry) -> {
              if (!NOT_CONTENT.contains(key)) {
                content.put(key, entry.value());
              }
            });
    return SubjectDocument.object(subject.input().span(), content);
  }
}
