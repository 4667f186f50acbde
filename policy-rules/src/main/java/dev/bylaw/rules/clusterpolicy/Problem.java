package dev.bylaw.rules.clusterpolicy;

import dev.bylaw.source.Span;
import java.util.Optional;

/** Something that is wrong with a definition. */
public record Problem(
    Kind kind, Span place, String message, Optional<String> found, Optional<String> wanted) {
  /** How it is wrong. */
  public enum Kind {
    /** The backend stores the rule, and fails when a cluster starts. */
    MALFORMED,
    /** The rule is well formed, and contradicts itself or does nothing. */
    INCONSISTENT,
    /** What a rule forbids remains possible in another way. */
    OPEN
  }

  static Problem of(Kind kind, Span place, String message) {
    return new Problem(kind, place, message, Optional.empty(), Optional.empty());
  }

  Problem withWanted(String value) {
    return new Problem(kind, place, message, found, Optional.of(value));
  }
}
