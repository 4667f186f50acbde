package dev.bylaw.rules.sql.lineage;

import java.util.Comparator;

/**
 * A column that a value comes from.
 *
 * @param table its name as far as it is known
 * @param column {@code *} for all of them
 */
public record Source(String table, String column) implements Comparable<Source> {
  private static final Comparator<Source> ORDER =
      Comparator.comparing(Source::table).thenComparing(Source::column);

  @Override
  public int compareTo(Source other) {
    return ORDER.compare(this, other);
  }
}
