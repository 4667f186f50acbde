package dev.bylaw.rego.observe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * Passes on some steps of a trace, each with the bodies that lead to it. Keeps one step for each
 * open body. For one thread at a time.
 */
public final class TraceFilter implements TraceListener {
  private final Predicate<TraceEvent> wanted;
  private final TraceListener next;
  private final Deque<Open> open = new ArrayDeque<>();

  /** A body that is being evaluated: how it was last entered, and whether that was passed on. */
  private static final class Open {
    private TraceEvent entered;
    private boolean told;

    Open(TraceEvent entered) {
      this.entered = entered;
    }
  }

  private TraceFilter(Predicate<TraceEvent> wanted, TraceListener next) {
    this.wanted = wanted;
    this.next = next;
  }

  /** What rules note by {@code trace}, as {@code opa eval --explain=notes}. */
  public static TraceFilter notes(TraceListener next) {
    return new TraceFilter(event -> event.op() == TraceEvent.Op.NOTE, next);
  }

  /** Expressions without an answer, as {@code opa eval --explain=fails}. */
  public static TraceFilter fails(TraceListener next) {
    return new TraceFilter(event -> event.op() == TraceEvent.Op.FAIL, next);
  }

  @Override
  public void event(TraceEvent event) {
    boolean enters = event.op() == TraceEvent.Op.ENTER;
    long around = enters ? event.parent() : event.query();
    while (!open.isEmpty() && open.getLast().entered.query() != around) {
      open.removeLast();
    }
    if (enters) {
      open.addLast(new Open(event.kept()));
    } else if (event.isOfBody() && event.op() == TraceEvent.Op.REDO && !open.isEmpty()) {
      open.getLast().entered = event.kept();
      open.getLast().told = false;
    } else if (wanted.test(event)) {
      pass(event);
    }
  }

  private void pass(TraceEvent event) {
    for (Open body : open) {
      if (!body.told) {
        next.event(body.entered);
        body.told = true;
      }
    }
    next.event(event);
  }
}
