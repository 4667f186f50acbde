package dev.bylaw.rules;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What is unknown of a subject that becomes a part of another. */
final class UnknownList {
  private UnknownList() {}

  /**
   * The entries by their places in the other subject.
   *
   * @param from the pointer to the part in the subject; empty for all of it
   * @param to the pointer to the part in the other
   */
  static Stream<Located> moved(Subject subject, String from, String to) {
    return subject.input().child(RegoString.of("unknown")).stream()
        .filter(Located.Array.class::isInstance)
        .flatMap(list -> ((Located.Array) list).elements().stream())
        .filter(Located.Object.class::isInstance)
        .map(entry -> moved((Located.Object) entry, from, to));
  }

  private static Located moved(Located.Object entry, String from, String to) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>(entry.entries());
    if (entry.value().get("pointer") instanceof RegoString pointer) {
      String rest = pointer.value().substring(from.length());
      entries.put("pointer", SubjectDocument.entry(SubjectDocument.text(to + rest, entry.span())));
    }
    return new Located.Object(entries, entry.span());
  }
}
