package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One definition, planned.
 *
 * @param args what the arguments of a function must match
 * @param chain of the body; its last link leaves the answer in the frame
 * @param otherwise the {@code else} branch
 */
record RulePlan(
    Span span, int slots, int aux, List<Pattern> args, Step chain, @Nullable RulePlan otherwise) {

  /** The value, where it is the same for all answers, or null. */
  @Nullable RegoValue constant() {
    return otherwise == null && last() instanceof Yields.One one ? one.constant() : null;
  }

  /** Whether it is asked for one element of a set, and may fail where another one gives that. */
  boolean isFailing() {
    return last() instanceof Yields.Exists exists && exists.isFailing();
  }

  private Step last() {
    Step last = chain;
    while (last.next != last) {
      last = last.next;
    }
    return last;
  }

  /** Runs the body and leaves what was collected in the frame. */
  Frame run(Context context, RegoValue[] values, @Nullable Object collector) {
    Frame frame = new Frame(context, slots, aux);
    frame.result = collector;
    for (int i = 0; i < args.size(); i++) {
      if (!args.get(i).match(frame, values[i])) {
        return frame;
      }
    }
    chain.run(frame);
    return frame;
  }

  /** The one value of a complete rule or function, its {@code else} branches included. */
  @Nullable RegoValue value(Context context, RegoValue[] values) {
    for (RulePlan plan = this; plan != null; plan = plan.otherwise) {
      Object result = plan.run(context, values, null).result;
      if (result != null) {
        return (RegoValue) result;
      }
    }
    return null;
  }

  /** The same of the answers that are wanted: a branch without one gives way to the next. */
  @Nullable RegoValue value(Context context, RegoValue[] values, Predicate<RegoValue> wanted) {
    for (RulePlan plan = this; plan != null; plan = plan.otherwise) {
      Yields.Sought sought = new Yields.Sought(wanted);
      plan.run(context, values, sought);
      if (sought.found != null) {
        return sought.found;
      }
    }
    return null;
  }
}
