package dev.bylaw.decision;

/** Hears how far a decision has come, on the thread that makes it. */
@FunctionalInterface
public interface Progress {
  /**
   * Called after each subject.
   *
   * @param done so many were judged
   * @param all so many will be
   */
  void judged(int done, int all);
}
