package dev.bylaw.rego.eval;

import dev.bylaw.rego.observe.TraceEvent;
import dev.bylaw.rego.observe.TraceListener;
import dev.bylaw.rego.observe.TracePoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a watched evaluation is, and who wants to know. Not thread-safe. */
final class Trail {
  private final TraceListener listener;
  private long queries;
  private Scope scope = new Scope(0, 0, 0);

  private Trail(TraceListener listener) {
    this.listener = listener;
  }

  static Trail of(Frame frame) {
    Session session = frame.context.session;
    return session.once(Trail.class, () -> new Trail(session.audience().trace()));
  }

  /** One body while it is evaluated. */
  static final class Scope {
    private final long query;
    private final long parent;
    private final int depth;
    private @Nullable TracePoint at;

    private Scope(long query, long parent, int depth) {
      this.query = query;
      this.parent = parent;
      this.depth = depth;
    }
  }

  /** Goes into a body. Returns the scope to go back to. */
  Scope enter(TracePoint body, Bindings bindings, Frame frame) {
    Scope outer = scope;
    scope = new Scope(++queries, outer.query, outer.depth + 1);
    tell(TraceEvent.Op.ENTER, body, "", bindings, frame);
    return outer;
  }

  /** Goes to a scope that was open before. Returns the one that was left. */
  Scope back(Scope to) {
    Scope left = scope;
    scope = to;
    return left;
  }

  /** Begins an expression. */
  void eval(TracePoint expression, Bindings bindings, Frame frame) {
    scope.at = expression;
    tell(TraceEvent.Op.EVAL, expression, "", bindings, frame);
  }

  /** Tries the definitions of a rule, for the expression that was begun last. */
  void index(String rule, TracePoint definition, String found, Frame frame) {
    TracePoint asking = scope.at == null ? definition : scope.at;
    TracePoint point =
        new TracePoint(TracePoint.Kind.EXPRESSION, asking.span(), rule, Optional.empty());
    tell(TraceEvent.Op.INDEX, point, found, Bindings.NONE, frame);
  }

  void tell(TraceEvent.Op op, TracePoint point, String message, Bindings bindings, Frame frame) {
    listener.event(
        new TraceEvent(
            op,
            point,
            scope.query,
            scope.parent,
            scope.depth,
            message,
            () -> bindings.written(frame),
            () -> bindings.all(frame)));
  }
}
