package dev.bylaw.rego.observe;

import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import java.util.Comparator;

/**
 * A stretch of a file.
 *
 * @param row 1-based
 * @param column 1-based, in UTF-16 units
 * @param endColumn of the place behind the last unit
 */
public record SourceRange(int row, int column, int endRow, int endColumn)
    implements Comparable<SourceRange> {
  private static final Comparator<SourceRange> ORDER =
      Comparator.comparingInt(SourceRange::row)
          .thenComparingInt(SourceRange::column)
          .thenComparingInt(SourceRange::endRow)
          .thenComparingInt(SourceRange::endColumn);

  static SourceRange of(Span span) {
    return new SourceRange(span.line(), span.column(), span.endLine(), span.endColumn());
  }

  boolean startsNoLaterThan(SourceRange other) {
    return row < other.row || (row == other.row && column <= other.column);
  }

  boolean endsNoLaterThan(SourceRange other) {
    return endRow < other.endRow || (endRow == other.endRow && endColumn <= other.endColumn);
  }

  @Override
  public int compareTo(SourceRange other) {
    return ORDER.compare(this, other);
  }

  RegoObject toJson() {
    return RegoObject.builder()
        .put(RegoString.of("start"), place(row, column))
        .put(RegoString.of("end"), place(endRow, endColumn))
        .build();
  }

  private static RegoObject place(int row, int column) {
    return RegoObject.builder()
        .put(RegoString.of("row"), RegoNumber.of(row))
        .put(RegoString.of("col"), RegoNumber.of(column))
        .build();
  }
}
