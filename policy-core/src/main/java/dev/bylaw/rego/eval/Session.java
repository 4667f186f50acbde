package dev.bylaw.rego.eval;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.builtin.Host;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What lasts as long as one query. Not thread-safe. */
public final class Session implements CallContext {
  private final Host host;
  private final boolean strictErrors;
  private final long maxSteps;
  private final Map<Object, Object> once = new HashMap<>();
  private long steps;

  /** The tables of joins, one at most for each of the program's. */
  final Map<Step, Joins.Table> joins = new HashMap<>();

  /**
   * @param strictErrors an error of a built-in ends the query instead of being undefined
   * @param maxSteps elements looked at and functions called before the query is cancelled
   */
  public Session(Host host, boolean strictErrors, long maxSteps) {
    this.host = host;
    this.strictErrors = strictErrors;
    this.maxSteps = maxSteps;
  }

  /** A new one with the same settings. */
  Session again() {
    return new Session(host, strictErrors, maxSteps);
  }

  boolean strictErrors() {
    return strictErrors;
  }

  /** Counts one unit of work. */
  void step() {
    if (++steps > maxSteps) {
      throw Halt.of(
          "eval_cancel_error", null, "the evaluation needs more than " + maxSteps + " steps");
    }
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
    step();
  }
}
