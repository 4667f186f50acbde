package dev.bylaw.rego.observe;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often the expressions of each line are evaluated, and how long that takes: up to the
 * next expression that is evaluated or asked for another answer. Goes on over as many evaluations
 * as it listens to. Keeps one entry for each line of the programs. For one thread at a time.
 */
public final class Profile implements TraceListener {
  private final LongSupplier clock;
  private final Map<Line, Counts> lines = new LinkedHashMap<>();
  private @Nullable Counts running;
  private long since;

  private record Line(String file, int row) {}

  /** Of one line so far. */
  private static final class Counts {
    private final TracePoint first;
    private final Set<TracePoint> expressions = new HashSet<>();
    private long nanos;
    private long evals;
    private long redos;

    Counts(TracePoint first) {
      this.first = first;
    }

    ProfileReport.Entry entry() {
      return new ProfileReport.Entry(first, nanos, evals, redos, expressions.size());
    }
  }

  public Profile() {
    this(System::nanoTime);
  }

  /**
   * @param clock in nanoseconds, never going back
   */
  public Profile(LongSupplier clock) {
    this.clock = clock;
  }

  @Override
  public void event(TraceEvent event) {
    long now = clock.getAsLong();
    boolean starts = event.op() == TraceEvent.Op.ENTER && event.parent() == 0;
    if (starts) {
      running = null;
    } else if (running != null) {
      running.nanos += now - since;
    }
    since = now;
    if (event.point().kind() == TracePoint.Kind.EXPRESSION) {
      count(event.op(), event.point());
    }
  }

  private void count(TraceEvent.Op op, TracePoint point) {
    if (op != TraceEvent.Op.EVAL && op != TraceEvent.Op.REDO) {
      return;
    }
    Line line = new Line(point.span().source().name(), point.span().line());
    Counts counts = lines.computeIfAbsent(line, l -> new Counts(point));
    counts.expressions.add(point);
    counts.evals += op == TraceEvent.Op.EVAL ? 1 : 0;
    counts.redos += op == TraceEvent.Op.REDO ? 1 : 0;
    running = counts;
  }

  /** What was counted so far, the line that took longest first. */
  public ProfileReport report() {
    return new ProfileReport(lines.values().stream().map(Counts::entry).toList())
        .sorted(ProfileReport.BY_TIME);
  }
}
