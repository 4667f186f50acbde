package dev.bylaw.report;

import dev.bylaw.report.Item.State;
import dev.bylaw.source.Severity;
import java.util.EnumMap;
import java.util.Map;

/** Counts findings. */
final class Tally {
  private final Map<Severity, Integer> open = new EnumMap<>(Severity.class);
  private int waived;
  private int known;

  void add(State state, Severity severity) {
    switch (state) {
      case OPEN -> open.merge(severity, 1, Integer::sum);
      case WAIVED -> waived++;
      case KNOWN -> known++;
    }
  }

  int open(Severity severity) {
    return open.getOrDefault(severity, 0);
  }

  int open() {
    return open(Severity.ERROR) + open(Severity.WARNING) + open(Severity.INFO);
  }

  int waived() {
    return waived;
  }

  int known() {
    return known;
  }

  int all() {
    return open() + waived + known;
  }
}
