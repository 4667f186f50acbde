package dev.bylaw.report;

/**
 * How much of a report a terminal shows, and how.
 *
 * @param colour whether escape sequences colour the text
 */
public record ConsoleStyle(Detail detail, boolean colour) {
  /** As in a file. */
  public static final ConsoleStyle PLAIN = new ConsoleStyle(Detail.NORMAL, false);

  /** How much is shown. What could not be judged, and the summary, always are. */
  public enum Detail {
    /** Nothing else. */
    QUIET,
    /** One line per finding. */
    BRIEF,
    /** Code frames, why, and how to mend it. */
    NORMAL,
    /** What is known, and what each policy came to, as well. */
    VERBOSE
  }

  boolean shows(Detail least) {
    return detail.compareTo(least) >= 0;
  }
}
