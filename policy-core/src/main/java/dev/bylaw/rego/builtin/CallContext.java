package dev.bylaw.rego.builtin;

import java.util.function.Supplier;

/** What a call may use beside its arguments. Belongs to one query; not thread-safe. */
public interface CallContext {
  Host host();

  /**
   * The value made once per query for this key, for what must not change within one query (the
   * time, a random number for a seed) and for what is costly to make (a compiled pattern).
   *
   * @param key any value with equality; put the built-in's name into it
   */
  <T> T once(Object key, Supplier<T> maker);

  /**
   * To be called in loops that grow with the arguments; counts against the query's budget.
   *
   * @param amount of elements or characters handled since the last call
   * @throws BuiltinException when the budget is spent or the query is cancelled
   */
  void spend(long amount) throws BuiltinException;
}
