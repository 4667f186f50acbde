package dev.bylaw.report;

import dev.bylaw.source.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A policy as it may be shown.
 *
 * @param kind {@code code}, {@code data} or {@code infra}
 * @param subjects the kinds of subject it reads, in order
 * @param place {@code path:line:column} of its definition; empty for a check in Java
 */
record Rule(
    String id,
    String title,
    String description,
    String kind,
    List<String> subjects,
    Severity severity,
    Optional<String> owner,
    Optional<String> characteristic,
    Optional<String> remediation,
    List<String> links,
    List<Setting> parameters,
    Optional<String> place) {
  Rule {
    subjects = List.copyOf(subjects);
    links = List.copyOf(links);
    parameters = List.copyOf(parameters);
  }

  /**
   * A parameter.
   *
   * @param type a word of {@link dev.bylaw.policy.Parameter.Type}, with the elements' type behind
   *     it
   * @param allowed the only values there are, as text; empty for any
   * @param initial in force where nobody chooses, as text
   * @param order what tighter means, as a word
   */
  record Setting(
      String name,
      String type,
      List<String> allowed,
      Optional<String> initial,
      Optional<String> order,
      Optional<String> description) {
    Setting {
      allowed = List.copyOf(allowed);
    }
  }

  boolean hasTitle() {
    return !title.equals(id);
  }
}
