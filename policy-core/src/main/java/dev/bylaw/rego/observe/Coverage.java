package dev.bylaw.rego.observe;

import dev.bylaw.rego.ast.Module;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects which expressions were evaluated and which rules had an answer, over as many evaluations
 * as it listens to. Keeps one entry for each place of the programs. Thread-safe.
 */
public final class Coverage implements TraceListener {
  private final Set<TracePoint> seen = ConcurrentHashMap.newKeySet();

  @Override
  public void event(TraceEvent event) {
    boolean rule = event.point().kind() == TracePoint.Kind.RULE;
    TraceEvent.Op covers = rule ? TraceEvent.Op.EXIT : TraceEvent.Op.EVAL;
    if (event.op() == covers && event.point().kind() != TracePoint.Kind.BODY) {
      seen.add(event.point());
    }
  }

  /** Adds what another one has seen. */
  public void merge(Coverage other) {
    seen.addAll(other.seen);
  }

  /**
   * What was covered of some modules; files of the same name are one.
   *
   * @param modules those of the programs, all or some
   */
  public CoverageReport report(Iterable<Module> modules) {
    Map<String, SortedSet<SourceRange>> covered = new TreeMap<>();
    for (TracePoint point : seen) {
      String file = point.span().source().name();
      covered.computeIfAbsent(file, f -> new TreeSet<>()).add(SourceRange.of(point.span()));
    }
    Map<String, SortedSet<SourceRange>> listed = new TreeMap<>();
    for (Module module : modules) {
      SortedSet<SourceRange> ranges =
          listed.computeIfAbsent(module.span().source().name(), f -> new TreeSet<>());
      Statements.of(module).listed().forEach(span -> ranges.add(SourceRange.of(span)));
    }
    Map<String, CoverageReport.File> files = new TreeMap<>();
    listed.forEach(
        (file, ranges) -> {
          SortedSet<SourceRange> hit = covered.getOrDefault(file, new TreeSet<>());
          files.put(file, new CoverageReport.File(hit, outside(ranges, hit)));
        });
    return new CoverageReport(files);
  }

  /** Those that none of the others holds. */
  private static List<SourceRange> outside(
      SortedSet<SourceRange> ranges, SortedSet<SourceRange> others) {
    List<SourceRange> outside = new ArrayList<>();
    Iterator<SourceRange> rest = others.iterator();
    SourceRange next = rest.hasNext() ? rest.next() : null;
    SourceRange furthest = null;
    for (SourceRange range : ranges) {
      while (next != null && next.startsNoLaterThan(range)) {
        if (furthest == null || !next.endsNoLaterThan(furthest)) {
          furthest = next;
        }
        next = rest.hasNext() ? rest.next() : null;
      }
      if (furthest == null || !range.endsNoLaterThan(furthest)) {
        outside.add(range);
      }
    }
    return outside;
  }

  /**
   * Which of the written expressions of some modules were evaluated; files of the same name are
   * one.
   *
   * @param modules those of the programs, all or some
   */
  public ExpressionCoverage expressions(Iterable<Module> modules) {
    Map<String, ExpressionCount> files = new TreeMap<>();
    for (Module module : modules) {
      String file = module.span().source().name();
      files.computeIfAbsent(file, f -> new ExpressionCount());
    }
    for (TracePoint point : seen) {
      ExpressionCount file = files.get(point.span().source().name());
      if (file != null) {
        file.hit(point);
      }
    }
    for (Module module : modules) {
      String file = module.span().source().name();
      files.computeIfAbsent(file, f -> new ExpressionCount()).count(Statements.of(module));
    }
    Map<String, ExpressionCoverage.File> out = new TreeMap<>();
    files.forEach((name, file) -> out.put(name, file.file()));
    return new ExpressionCoverage(out);
  }
}
