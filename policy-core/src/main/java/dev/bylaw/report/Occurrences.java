package dev.bylaw.report;

import java.util.HashMap;
import java.util.Map;

/** Tells findings with the same fingerprint apart, for formats in which each must be unique. */
final class Occurrences {
  private final Map<String, Integer> seen = new HashMap<>();

  /** 1 for the first finding with its fingerprint, 2 for the second. */
  int number(Item item) {
    return seen.merge(item.fingerprint(), 1, Integer::sum);
  }
}
