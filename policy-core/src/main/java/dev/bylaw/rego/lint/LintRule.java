package dev.bylaw.rego.lint;

import java.util.Locale;

/**
 * A rule of the linter.
 *
 * @param id never changes its meaning
 * @param level unless the settings say otherwise
 * @param title what holds where the rule finds nothing
 */
public record LintRule(String id, Category category, LintLevel level, String title) {
  /** What a rule is about. */
  public enum Category {
    /** Does not do what its author thinks. */
    BUGS,
    /** Rego has a better way to say it. */
    IDIOMS,
    STYLE,
    TESTS,
    /** About policies, not about any Rego. */
    POLICIES;

    /** {@code bugs}, {@code idioms}, ... */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
