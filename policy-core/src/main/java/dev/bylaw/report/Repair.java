package dev.bylaw.report;

import java.util.List;

/**
 * A fix that works, as it may be shown.
 *
 * @param diff lines that go, with {@code "- "} in front, and lines that come, with {@code "+ "};
 *     before those of another file than the finding's its name
 */
record Repair(List<Change> changes, List<String> diff) {
  Repair {
    changes = List.copyOf(changes);
    diff = List.copyOf(diff);
  }

  /**
   * An edit.
   *
   * @param region what goes; empty where something is only put in
   * @param text what comes instead
   */
  record Change(Region region, String text) {}
}
