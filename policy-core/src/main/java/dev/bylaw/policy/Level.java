package dev.bylaw.policy;

import java.util.Comparator;

/**
 * Who assigns: the files of one set, for one scope. What an imported set assigns is above what the
 * importing one does.
 *
 * @param set imported sets have smaller numbers than those that import them
 */
record Level(int set, Scope scope) {
  /** From above to below, for those that hold for one subject. */
  static final Comparator<Level> DOWNWARDS =
      Comparator.comparingInt(Level::set).thenComparingInt(l -> l.scope.depth());

  boolean isAbove(Level other) {
    return scope.covers(other.scope) && DOWNWARDS.compare(this, other) < 0;
  }
}
