package dev.bylaw.policy;

import dev.bylaw.source.Severity;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.List;
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

  /** Judges one subject; an empty list means that it complies. */
  List<Violation> check(Subject subject);

  /**
   * What a check finds.
   *
   * @param span the culprit
   */
  record Violation(String message, Span span, Optional<String> found, Optional<String> wanted) {}
}
