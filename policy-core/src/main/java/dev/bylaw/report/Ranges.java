package dev.bylaw.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of a text that must not be shown, and the text without them. */
final class Ranges {
  /** What stands in place of a secret, whatever its length. */
  static final String MASK = "***";

  private final List<Range> found = new ArrayList<>();

  /**
   * @param start inclusive
   * @param end exclusive
   */
  record Range(int start, int end) {}

  void add(int start, int end) {
    if (end > start) {
      found.add(new Range(start, end));
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Sorted, those that overlap joined. */
  List<Range> joined() {
    found.sort(Comparator.comparingInt(Range::start));
    List<Range> out = new ArrayList<>();
    for (Range r : found) {
      int last = out.size() - 1;
      if (last >= 0 && r.start < out.get(last).end) {
        out.set(last, new Range(out.get(last).start, Math.max(r.end, out.get(last).end)));
      } else {
        out.add(r);
      }
    }
    return out;
  }

  /** The stretch of a text from {@code from} to {@code to}, masked. */
  Masked mask(String text, int from, int to) {
    StringBuilder out = new StringBuilder();
    List<int[]> moves = new ArrayList<>();
    int at = from;
    for (Range r : joined()) {
      if (r.end <= from || r.start >= to) {
        continue;
      }
      out.append(text, at, Math.max(at, r.start));
      moves.add(new int[] {r.start, r.end, out.length()});
      out.append(MASK);
      at = Math.min(r.end, to);
    }
    return new Masked(out.append(text, at, to).toString(), from, moves);
  }

  /**
   * A masked stretch that knows where the offsets of the original went.
   *
   * @param moves start and end of each mask in the original, and its start in the masked text
   */
  record Masked(String text, int from, List<int[]> moves) {
    /** Where an offset stands in the masked text; one within a mask at the mask's start. */
    int start(int offset) {
      return place(offset, 0);
    }

    /** As {@link #start}, but one within a mask at the mask's end. */
    int end(int offset) {
      return place(offset, MASK.length());
    }

    private int place(int offset, int within) {
      int shifted = offset - from;
      for (int[] move : moves) {
        if (offset >= move[1]) {
          shifted = offset - move[1] + move[2] + MASK.length();
        } else if (offset > move[0]) {
          return move[2] + within;
        } else {
          break;
        }
      }
      return Math.max(0, Math.min(shifted, text.length()));
    }
  }
}
