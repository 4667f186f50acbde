package dev.bylaw.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A JSON pointer into {@code input} with wildcards: {@code *} for one key or index, {@code **} for
 * any number of them. What lies below a match is meant as well.
 */
record PointerPattern(List<String> keys) {
  PointerPattern {
    keys = List.copyOf(keys);
  }

  static PointerPattern of(String text) {
    return new PointerPattern(keys(text));
  }

  /** The keys of a JSON pointer. */
  static List<String> keys(String pointer) {
    List<String> out = new ArrayList<>();
    for (String key : pointer.split("/", -1)) {
      out.add(key.replace("~1", "/").replace("~0", "~"));
    }
    return out.get(0).isEmpty() ? out.subList(1, out.size()) : out;
  }

  /** In time linear in the path, however many wildcards there are. */
  boolean matches(List<String> path) {
    boolean[] open = new boolean[keys.size() + 1];
    open[0] = true;
    skip(open);
    for (String name : path) {
      boolean[] next = new boolean[keys.size() + 1];
      for (int i = 0; i < keys.size(); i++) {
        if (open[i] && isMany(i)) {
          next[i] = true;
        } else if (open[i] && (keys.get(i).equals("*") || keys.get(i).equals(name))) {
          next[i + 1] = true;
        }
      }
      skip(next);
      open = next;
    }
    return open[keys.size()];
  }

  /** Many may be none. */
  private void skip(boolean[] open) {
    for (int i = 0; i < keys.size(); i++) {
      open[i + 1] |= open[i] && isMany(i);
    }
  }

  private boolean isMany(int key) {
    return keys.get(key).equals("**");
  }
}
