package dev.bylaw.rego.eval;

import dev.bylaw.rego.observe.TraceEvent.Op;
import dev.bylaw.rego.observe.TracePoint;

/** {@code every}, which OPA traces as a body that goes through the domain. */
final class WatchedEvery extends Step {
  private final TracePoint every;
  private final TracePoint generator;
  private final Bindings bindings;
  private final int answered;
  private final Steps.Every step;

  /**
   * @param generator the look-up of the elements
   * @param answered where {@link Element} says that there was one
   */
  WatchedEvery(
      TracePoint every, TracePoint generator, Bindings bindings, int answered, Steps.Every step) {
    this.every = every;
    this.generator = generator;
    this.bindings = bindings;
    this.answered = answered;
    this.step = step;
  }

  @Override
  boolean run(Frame frame) {
    Trail trail = Trail.of(frame);
    Trail.Scope outer = trail.enter(every, bindings, frame);
    trail.eval(generator, bindings, frame);
    frame.aux[answered] = null;
    boolean holds = step.holds(frame);
    if (frame.aux[answered] == null) {
      trail.tell(Op.FAIL, generator, "", bindings, frame);
    }
    if (!holds) {
      trail.tell(Op.FAIL, every, "", bindings, frame);
      trail.back(outer);
      return false;
    }
    Trail.Scope inner = trail.back(outer);
    boolean stop = next.run(frame);
    trail.back(inner);
    trail.tell(Op.EXIT, every, "", bindings, frame);
    trail.back(outer);
    return stop;
  }

  /** The body, for one element. */
  static final class Element extends Step {
    private final TracePoint every;
    private final TracePoint generator;
    private final Bindings bindings;
    private final int answered;
    private final Step body;

    Element(TracePoint every, TracePoint generator, Bindings bindings, int answered, Step body) {
      this.every = every;
      this.generator = generator;
      this.bindings = bindings;
      this.answered = answered;
      this.body = body;
    }

    @Override
    boolean run(Frame frame) {
      frame.aux[answered] = true;
      boolean holds = body.run(frame);
      Trail trail = Trail.of(frame);
      trail.tell(Op.REDO, every, "", bindings, frame);
      trail.tell(Op.REDO, generator, "", bindings, frame);
      return holds;
    }
  }
}
