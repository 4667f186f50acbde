package dev.bylaw.rego.eval;

/** Before a body that has no answer where its {@link Demands} do not hold, and no error either. */
final class WatchedGuard extends Step {
  private final Step conditions;

  WatchedGuard(Step conditions) {
    this.conditions = conditions;
  }

  @Override
  boolean run(Frame frame) {
    int depth = frame.context.session.depth();
    try {
      return next.run(frame);
    } catch (Halt e) {
      if (e.isCancelled() || conditions.run(frame)) {
        throw e;
      }
      frame.context.session.backTo(depth);
      return false;
    }
  }
}
