package dev.bylaw.rego.builtin.std.regex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of code points. Immutable.
 *
 * @param ranges in order, with a gap between each two
 */
record CharSet(List<Range> ranges) {
  static final CharSet DIGITS = of('0', '9');
  static final CharSet SPACES = union(List.of(of('\t', '\n'), of('\f', '\r'), of(' ', ' ')));
  static final CharSet WORD = union(List.of(DIGITS, of('a', 'z'), of('A', 'Z'), of('_', '_')));
  static final CharSet ALL = of(0, Character.MAX_CODE_POINT);
  static final CharSet NO_NEWLINE = of('\n', '\n').negated();

  /** The long s and the sign for kelvin, which are letters of the alphabet in other forms. */
  private static final int LONG_S = 0x17F;

  private static final int KELVIN = 0x212A;

  /** Both ends inclusive. */
  record Range(int from, int to) {}

  CharSet {
    ranges = List.copyOf(ranges);
  }

  static CharSet of(int from, int to) {
    return new CharSet(List.of(new Range(from, to)));
  }

  static CharSet union(List<CharSet> sets) {
    List<Range> sorted = new ArrayList<>();
    for (CharSet set : sets) {
      sorted.addAll(set.ranges);
    }
    sorted.sort(Comparator.comparingInt(Range::from));
    List<Range> out = new ArrayList<>();
    for (Range range : sorted) {
      Range last = out.isEmpty() ? new Range(-2, -2) : out.get(out.size() - 1);
      if (range.from() > last.to() + 1) {
        out.add(range);
      } else {
        out.set(out.size() - 1, new Range(last.from(), Math.max(last.to(), range.to())));
      }
    }
    return new CharSet(out);
  }

  CharSet negated() {
    List<Range> out = new ArrayList<>();
    int next = 0;
    for (Range range : ranges) {
      if (range.from() > next) {
        out.add(new Range(next, range.from() - 1));
      }
      next = range.to() + 1;
    }
    if (next <= Character.MAX_CODE_POINT) {
      out.add(new Range(next, Character.MAX_CODE_POINT));
    }
    return new CharSet(out);
  }

  boolean contains(int point) {
    for (Range range : ranges) {
      if (range.from() <= point && point <= range.to()) {
        return true;
      }
    }
    return false;
  }

  boolean isAscii() {
    for (Range range : ranges) {
      if (range.to() >= 128) {
        return false;
      }
    }
    return true;
  }

  /** With the other case of each letter; for sets of ASCII. */
  CharSet folded() {
    List<CharSet> out = new ArrayList<>(List.of(this));
    for (int lower = 'a'; lower <= 'z'; lower++) {
      int upper = lower - 'a' + 'A';
      if (contains(lower) || contains(upper)) {
        out.add(of(lower, lower));
        out.add(of(upper, upper));
      }
    }
    if (contains('s') || contains('S')) {
      out.add(of(LONG_S, LONG_S));
    }
    if (contains('k') || contains('K')) {
      out.add(of(KELVIN, KELVIN));
    }
    return union(out);
  }
}
