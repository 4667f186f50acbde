package dev.bylaw.source;

import java.util.Locale;

/** How bad a diagnostic or a finding is; the worst comes first. */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  /** The word used in files and reports: {@code error}, {@code warning}, {@code info}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
