package dev.bylaw.rego.lint;

import dev.bylaw.source.Span;

/** A rule and how it looks at a module. */
record Look(LintRule rule, Examination examination) {
  /** Tells what a rule finds in a module. */
  @FunctionalInterface
  interface Examination {
    void examine(LintModule module, Report report);
  }

  /** Takes what is found. */
  @FunctionalInterface
  interface Report {
    /** What was found, what was expected. */
    void at(Span place, String message);
  }

  static Look error(String id, LintRule.Category category, String title, Examination examination) {
    return new Look(new LintRule(id, category, LintLevel.ERROR, title), examination);
  }

  static Look warning(
      String id, LintRule.Category category, String title, Examination examination) {
    return new Look(new LintRule(id, category, LintLevel.WARNING, title), examination);
  }

  static Look off(String id, LintRule.Category category, String title, Examination examination) {
    return new Look(new LintRule(id, category, LintLevel.IGNORE, title), examination);
  }
}
