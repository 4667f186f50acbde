package dev.bylaw.policy;

import dev.bylaw.source.InputException;
import dev.bylaw.source.Severity;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A policy whose logic is Java, for what is parsing or an algorithm rather than a rule. Found by
 * {@link java.util.ServiceLoader}; needs a public constructor without parameters. Must be
 * thread-safe.
 */
public interface Check {
  /** Path-like; stable for ever. */
  String id();

  /** One line. */
  String title();

  /** Why the rule exists. */
  String description();

  PolicyKind kind();

  /** The kinds of subject it reads. */
  Set<SubjectKind> subjects();

  Severity severity();

  /** The product characteristic it protects. */
  Optional<String> characteristic();

  /** How to mend what it finds. */
  Optional<String> remediation();

  /** What a policy set may choose. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /**
   * The check as a policy set wants it; called once, before it judges.
   *
   * @throws InputException with all that is wrong with what was chosen
   */
  default Check configured(Settings settings) {
    return this;
  }

  /** Judges one subject; an empty list means that it complies. */
  List<Violation> check(Subject subject);

  /**
   * What a policy set chose.
   *
   * @param chosen by the names of parameters; each is of the declared type, and those that have no
   *     default are there
   * @param folder of the policy set; what is read from it belongs to the set's revision
   */
  record Settings(Map<String, Located> chosen, SourceFolder folder) {
    public Settings {
      chosen = Map.copyOf(chosen);
    }
  }

  /**
   * What a check finds.
   *
   * @param span the culprit
   */
  record Violation(String message, Span span, Optional<String> found, Optional<String> wanted) {}
}
