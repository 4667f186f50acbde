package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.builtin.Host;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The calls of one query. Counts nothing. */
final class Calls implements CallContext {
  private final Host host;
  private final Map<Object, Object> made = new HashMap<>();

  Calls(Host host) {
    this.host = host;
  }

  @Override
  public Host host() {
    return host;
  }

  @Override
  @SuppressWarnings("unchecked") // one key is only ever used with one type
  public <T> T once(Object key, Supplier<T> maker) {
    return (T) made.computeIfAbsent(key, k -> maker.get());
  }

  @Override
  public void spend(long amount) {}
}
