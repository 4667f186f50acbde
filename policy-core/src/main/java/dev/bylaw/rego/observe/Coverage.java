package dev.bylaw.rego.observe;

import dev.bylaw.rego.ast.Module;
import java.util.Map;
import java.util.Set;
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
    Map<String, Set<SourceRange>> covered = new TreeMap<>();
    for (TracePoint point : seen) {
      String file = point.span().source().name();
      covered.computeIfAbsent(file, f -> new TreeSet<>()).add(SourceRange.of(point.span()));
    }
    Map<String, Set<SourceRange>> open = new TreeMap<>();
    for (Module module : modules) {
      String file = module.span().source().name();
      Set<SourceRange> hit = covered.getOrDefault(file, Set.of());
      Set<SourceRange> missed = open.computeIfAbsent(file, f -> new TreeSet<>());
      Statements.of(module).stream()
          .map(SourceRange::of)
          .filter(range -> hit.stream().noneMatch(h -> h.holdsStartOf(range)))
          .forEach(missed::add);
    }
    Map<String, CoverageReport.File> files = new TreeMap<>();
    open.forEach(
        (file, missed) ->
            files.put(file, new CoverageReport.File(covered.getOrDefault(file, Set.of()), missed)));
    return new CoverageReport(files);
  }
}
