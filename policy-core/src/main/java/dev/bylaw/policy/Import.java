package dev.bylaw.policy;

import dev.bylaw.source.Span;
import java.util.Locale;
import java.util.Optional;

/**
 * Another set that a set builds on.
 *
 * @param name of a pack; {@code GROUP:ARTIFACT}; or a path from the importing set's folder
 * @param version those that are taken; empty for any
 * @param profile of that set, to be assigned at the importing set's scope
 */
record Import(
    Kind kind,
    String name,
    Optional<VersionRange> version,
    Optional<Placed<String>> profile,
    Span span) {
  /** Where it is found. */
  enum Kind {
    /** On the class path. */
    PACK,
    /** A jar that the caller resolved. */
    ARTIFACT,
    /** A folder, or a bundle. */
    SET
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + name;
  }
}
