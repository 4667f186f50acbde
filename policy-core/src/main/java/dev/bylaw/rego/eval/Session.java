package dev.bylaw.rego.eval;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.builtin.Host;
import dev.bylaw.rego.observe.Audience;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What lasts as long as one query, or several over one input: the budget above all. Not
 * thread-safe.
 */
public final class Session implements CallContext {
  /** So many steps pass between two looks at the time; one less than a power of two. */
  private static final int BETWEEN_LOOKS = 0xFF;

  private static final int MAX_REMEMBERED = 200_000;

  private final Host host;
  private final boolean strictErrors;
  private final EvaluationLimits limits;
  private final Audience audience;
  private final long maxSteps;
  private long start;
  private final Map<Object, Object> once = new HashMap<>();
  private long steps;
  private long values;
  private int remembered;
  private int depth;

  /** The tables of joins, one at most for each of the program's. */
  final Map<Step, Joins.Table> joins = new HashMap<>();

  /**
   * @param strictErrors an error of a built-in ends the query instead of being undefined
   */
  public Session(Host host, boolean strictErrors, EvaluationLimits limits, Audience audience) {
    this(host, strictErrors, limits, audience, System.nanoTime());
  }

  private Session(
      Host host, boolean strictErrors, EvaluationLimits limits, Audience audience, long start) {
    this.host = host;
    this.strictErrors = strictErrors;
    this.limits = limits;
    this.audience = audience;
    this.maxSteps = limits.steps();
    this.start = start;
  }

  /** A new one with the same settings and the same deadline. */
  Session again() {
    return new Session(host, strictErrors, limits, audience, start);
  }

  /** Gives it the budget and the time anew; what it remembers stays, and counts on. */
  void renew() {
    steps = 0;
    values = 0;
    start = System.nanoTime();
  }

  Audience audience() {
    return audience;
  }

  boolean strictErrors() {
    return strictErrors;
  }

  /** Counts one unit of work. */
  void step() {
    if (++steps > maxSteps || (steps & BETWEEN_LOOKS) == 0) {
      look();
    }
  }

  private void look() {
    if (steps > maxSteps) {
      throw cancelled("the evaluation needs more than " + maxSteps + " steps");
    } else if (System.nanoTime() - start > limits.time().toNanos()) {
      throw cancelled("the evaluation takes longer than " + limits.time().toMillis() + " ms");
    } else if (Thread.currentThread().isInterrupted()) {
      throw cancelled("caller cancelled query execution");
    }
  }

  /** Counts one value that is kept. */
  void keep() {
    if (++values > limits.values()) {
      throw cancelled("the evaluation collects more than " + limits.values() + " values");
    }
  }

  /** Whether one more result of a call may be kept for the next call with the same arguments. */
  boolean mayRemember() {
    return remembered++ < MAX_REMEMBERED;
  }

  /** Before a rule or function is evaluated for another one. */
  void enter() {
    if (++depth > limits.depth()) {
      throw cancelled("rules need each other more than " + limits.depth() + " deep");
    }
  }

  /** After it. */
  void leave() {
    depth--;
  }

  int depth() {
    return depth;
  }

  /** Goes on after an evaluation inside of this one was given up. */
  void backTo(int before) {
    depth = before;
  }

  private static Halt cancelled(String message) {
    return Halt.of("eval_cancel_error", null, message);
  }

  @Override
  public Host host() {
    return host;
  }

  @Override
  @SuppressWarnings("unchecked") // one key is only ever used with one type
  public <T> T once(Object key, Supplier<T> maker) {
    Object value = once.get(key);
    if (value == null) {
      value = maker.get();
      once.put(key, value);
    }
    return (T) value;
  }

  @Override
  public void spend(long amount) throws BuiltinException {
    steps += amount;
    if (steps > maxSteps || (steps & BETWEEN_LOOKS) < amount) {
      look();
    }
  }
}
