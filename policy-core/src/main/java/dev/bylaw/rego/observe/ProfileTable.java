package dev.bylaw.rego.observe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writes profiles with aligned columns. */
final class ProfileTable {
  private static final List<String> TITLES =
      List.of("Time", "Num Eval", "Num Redo", "Num Gen Expr", "Location");

  private ProfileTable() {}

  static String of(List<ProfileReport.Entry> entries) {
    List<List<String>> rows = new ArrayList<>(List.of(TITLES));
    entries.forEach(e -> rows.add(row(e)));
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size() - 1; i++) {
        int column = i;
        int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
        out.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
      }
      out.append(row.get(row.size() - 1)).append('\n');
    }
    return out.toString();
  }

  private static List<String> row(ProfileReport.Entry entry) {
    return List.of(
        duration(entry.nanos()),
        Long.toString(entry.evals()),
        Long.toString(entry.redos()),
        Integer.toString(entry.expressions()),
        entry.file().isEmpty() ? entry.first().text() : entry.file() + ":" + entry.row());
  }

  /** In the largest unit of which there is one at least. */
  private static String duration(long nanos) {
    if (nanos >= 1_000_000_000) {
      return in(nanos, 9) + "s";
    } else if (nanos >= 1_000_000) {
      return in(nanos, 6) + "ms";
    }
    return nanos >= 1_000 ? in(nanos, 3) + "µs" : nanos + "ns";
  }

  private static String in(long nanos, int digits) {
    return BigDecimal.valueOf(nanos, digits).stripTrailingZeros().toPlainString();
  }
}
