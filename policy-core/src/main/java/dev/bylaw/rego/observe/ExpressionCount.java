package dev.bylaw.rego.observe;

import dev.bylaw.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The written expressions of one file, held against what happened. Hits first, then counts. */
final class ExpressionCount {
  private final Set<SourceRange> answered = new HashSet<>();
  private final Set<SourceRange> evaluated = new HashSet<>();
  private final SortedMap<SourceRange, Span> covered = new TreeMap<>();
  private final SortedMap<SourceRange, Span> notCovered = new TreeMap<>();

  void hit(TracePoint point) {
    boolean rule = point.kind() == TracePoint.Kind.RULE;
    (rule ? answered : evaluated).add(SourceRange.of(point.span()));
  }

  void count(Statements statements) {
    count(statements.rules(), answered);
    count(statements.expressions(), evaluated);
  }

  private void count(List<Span> written, Set<SourceRange> hits) {
    for (Span span : written) {
      SourceRange range = SourceRange.of(span);
      (hits.contains(range) ? covered : notCovered).put(range, span);
    }
  }

  ExpressionCoverage.File file() {
    return new ExpressionCoverage.File(
        List.copyOf(covered.values()), List.copyOf(notCovered.values()));
  }
}
