package dev.bylaw.policy;

import java.util.Optional;

/**
 * The versions that an import takes, as Maven writes ranges: {@code [1,2)}, {@code [1.4,)}, or one
 * version alone.
 */
record VersionRange(String text, Optional<Bound> from, Optional<Bound> to) {
  record Bound(Version version, boolean inclusive) {}

  /** Empty where the text is no range. */
  static Optional<VersionRange> of(String text) {
    String plain = text.strip();
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    char first = plain.charAt(0);
    if (first != '[' && first != '(') {
      Optional<Bound> exact = bound(plain, true);
      return exact.map(b -> new VersionRange(plain, exact, exact));
    }
    char last = plain.charAt(plain.length() - 1);
    if (plain.length() < 3 || (last != ']' && last != ')')) {
      return Optional.empty();
    }
    String[] ends = plain.substring(1, plain.length() - 1).split(",", -1);
    if (ends.length > 2 || (ends.length == 1 && ends[0].isBlank())) {
      return Optional.empty();
    }
    Optional<Bound> from = bound(ends[0].strip(), first == '[');
    Optional<Bound> to = bound(ends[ends.length - 1].strip(), last == ']');
    return isEmpty(from, to) ? Optional.empty() : Optional.of(new VersionRange(plain, from, to));
  }

  private static Optional<Bound> bound(String text, boolean inclusive) {
    boolean bad =
        text.isEmpty()
            || !Character.isLetterOrDigit(text.charAt(0))
            || text.chars().anyMatch(c -> "[](), ".indexOf(c) >= 0);
    return bad ? Optional.empty() : Optional.of(new Bound(Version.of(text), inclusive));
  }

  private static boolean isEmpty(Optional<Bound> from, Optional<Bound> to) {
    if (from.isEmpty() || to.isEmpty()) {
      return from.isEmpty() && to.isEmpty();
    }
    int order = from.get().version().compareTo(to.get().version());
    return order > 0 || (order == 0 && !(from.get().inclusive() && to.get().inclusive()));
  }

  boolean contains(String version) {
    Version v = Version.of(version);
    return from.map(b -> isAtLeast(v, b)).orElse(true) && to.map(b -> isAtMost(v, b)).orElse(true);
  }

  private static boolean isAtLeast(Version v, Bound bound) {
    int order = v.compareTo(bound.version());
    return order > 0 || (order == 0 && bound.inclusive());
  }

  private static boolean isAtMost(Version v, Bound bound) {
    int order = v.compareTo(bound.version());
    return order < 0 || (order == 0 && bound.inclusive());
  }
}
