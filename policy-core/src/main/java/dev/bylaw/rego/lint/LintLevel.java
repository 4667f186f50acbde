package dev.bylaw.rego.lint;

import java.util.Locale;

/** What a finding of a rule means. */
public enum LintLevel {
  ERROR,
  WARNING,
  /** The rule is off. */
  IGNORE;

  /** As it is written in settings: {@code error}, {@code warning}, {@code ignore}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
