package dev.bylaw.rego.observe;

import java.util.List;

/**
 * Takes the steps of an evaluation, in order. Called by every thread that evaluates, while it
 * evaluates; what it throws ends the evaluation.
 */
public interface TraceListener {
  /** Takes nothing. */
  TraceListener NONE = event -> {};

  void event(TraceEvent event);

  /** Passes each event on to all of some listeners, in their order. */
  static TraceListener all(List<TraceListener> listeners) {
    List<TraceListener> copy = List.copyOf(listeners);
    return copy.size() == 1 ? copy.get(0) : event -> copy.forEach(l -> l.event(event));
  }
}
