package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether two patterns of characters, {@code .}, {@code [a-z]}, {@code *} and {@code +} have a text
 * in common: a search for a way through both at once.
 */
final class GlobIntersection {
  private GlobIntersection() {}

  /**
   * One token of a pattern.
   *
   * @param ranges pairs of a first and a last code point
   * @param repeat 0 for once, {@code *} or {@code +}
   */
  private record Token(List<int[]> ranges, int repeat) {
    boolean meets(Token other) {
      return ranges.stream()
          .anyMatch(a -> other.ranges.stream().anyMatch(b -> a[0] <= b[1] && b[0] <= a[1]));
    }
  }

  static boolean exists(CallContext context, String left, String right) throws BuiltinException {
    List<Token> a = parse(left);
    List<Token> b = parse(right);
    boolean[] reached = new boolean[(a.size() + 1) * 2 * (b.size() + 1) * 2 * 2];
    ArrayDeque<int[]> open = new ArrayDeque<>();
    visit(new int[] {0, 0, 0, 0, 0}, b.size(), reached, open);
    while (!open.isEmpty()) {
      context.spend(1);
      int[] place = open.remove();
      if (place[0] == a.size() && place[2] == b.size() && place[4] == 1) {
        return true;
      }
      for (int[] next : next(a, b, place)) {
        visit(next, b.size(), reached, open);
      }
    }
    return false;
  }

  /** A place is, for both patterns, the token and whether it has matched, then if anything has. */
  private static void visit(int[] place, int right, boolean[] reached, ArrayDeque<int[]> open) {
    int index = ((place[0] * 2 + place[1]) * (right + 1) + place[2]) * 4 + place[3] * 2 + place[4];
    if (!reached[index]) {
      reached[index] = true;
      open.add(place);
    }
  }

  private static List<int[]> next(List<Token> a, List<Token> b, int[] place) {
    List<int[]> next = new ArrayList<>();
    Token left = place[0] < a.size() ? a.get(place[0]) : null;
    Token right = place[2] < b.size() ? b.get(place[2]) : null;
    if (left != null && (left.repeat == '*' || place[1] == 1)) {
      next.add(new int[] {place[0] + 1, 0, place[2], place[3], place[4]});
    }
    if (right != null && (right.repeat == '*' || place[3] == 1)) {
      next.add(new int[] {place[0], place[1], place[2] + 1, 0, place[4]});
    }
    if (left != null && right != null && left.meets(right)) {
      int[] after = place.clone();
      after[left.repeat == 0 ? 0 : 1] = left.repeat == 0 ? place[0] + 1 : 1;
      after[right.repeat == 0 ? 2 : 3] = right.repeat == 0 ? place[2] + 1 : 1;
      after[4] = 1;
      next.add(after);
    }
    return next;
  }

  private static List<Token> parse(String pattern) throws BuiltinException {
    List<Token> tokens = new ArrayList<>();
    int[] points = pattern.codePoints().toArray();
    int at = 0;
    while (at < points.length) {
      List<int[]> ranges = new ArrayList<>();
      int c = points[at];
      if (c == '*' || c == '+') {
        throw invalid(pattern, at + 1, "flag '" + (char) c + "' must be preceded by a non-flag");
      } else if (c == '.') {
        ranges.add(new int[] {0, Character.MAX_CODE_POINT});
      } else if (c == ']') {
        throw invalid(pattern, at + 1, "set-close ']' with no preceding '['");
      } else if (c == '[') {
        at = set(pattern, points, at + 1, ranges);
      } else {
        if (c == '\\' && at + 1 < points.length) {
          at++;
        }
        ranges.add(new int[] {points[at], points[at]});
      }
      at++;
      boolean flag = at < points.length && (points[at] == '*' || points[at] == '+');
      tokens.add(new Token(ranges, flag ? points[at++] : 0));
    }
    return tokens;
  }

  /** Returns the index of the closing bracket. */
  private static int set(String pattern, int[] points, int from, List<int[]> ranges)
      throws BuiltinException {
    int at = from;
    while (at < points.length && points[at] != ']') {
      if (points[at] == '\\' && at + 1 < points.length) {
        at++;
      }
      int first = points[at];
      int last = first;
      if (at + 2 < points.length && points[at + 1] == '-' && points[at + 2] != ']') {
        last = points[at + 2];
        at += 2;
        if (last < first) {
          throw invalid(pattern, at, "range is out of order");
        }
      }
      ranges.add(new int[] {first, last});
      at++;
    }
    if (at >= points.length) {
      throw invalid(pattern, points.length, "found [ without matching ]");
    }
    return at;
  }

  private static BuiltinException invalid(String pattern, int position, String problem) {
    return BuiltinException.of(
        "input:%s, pos:%d, %s: the input provided is invalid"
            .formatted(pattern, position, problem));
  }
}
