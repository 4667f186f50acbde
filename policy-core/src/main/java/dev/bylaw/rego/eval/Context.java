package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoValue;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documents that rules see, and what was computed from them. A {@code with} modifier makes a
 * new one; results are never shared between two. Not thread-safe.
 */
final class Context {
  final Session session;
  final @Nullable RegoValue input;
  final @Nullable RegoValue data;
  final @Nullable Mask mask;
  final Map<String, Mock> mocks;
  private final Map<RuleGroup, Object> values = new HashMap<>();
  private final Map<RuleGroup, Map<RegoArray, Object>> calls = new HashMap<>();

  private @Nullable Context unmocked;

  /** Stands for undefined among the remembered results. */
  static final Object UNDEFINED = new Object();

  Context(
      Session session,
      @Nullable RegoValue input,
      @Nullable RegoValue data,
      @Nullable Mask mask,
      Map<String, Mock> mocks) {
    this.session = session;
    this.input = input;
    this.data = data;
    this.mask = mask;
    this.mocks = mocks;
  }

  /** What stands for a function under {@code with}: another function, or a value. */
  record Mock(@Nullable RuleGroup function, @Nullable String builtin, @Nullable RegoValue value) {}

  /** The same documents with no function replaced. */
  Context withoutMocks() {
    Context context = unmocked;
    if (context == null) {
      context = new Context(session, input, data, mask, Map.of());
      unmocked = context;
    }
    return context;
  }

  @Nullable RegoValue value(RuleGroup group) {
    Object known = values.get(group);
    if (known == null) {
      RegoValue value = group.compute(this);
      values.put(group, value == null ? UNDEFINED : value);
      return value;
    }
    return known == UNDEFINED ? null : (RegoValue) known;
  }

  @Nullable RegoValue call(RuleGroup group, RegoValue[] args) {
    session.step();
    Map<RegoArray, Object> results = calls.computeIfAbsent(group, g -> new HashMap<>());
    RegoArray key = RegoArray.of(args);
    Object known = results.get(key);
    if (known == null) {
      RegoValue value = group.call(this, args);
      results.put(key, value == null ? UNDEFINED : value);
      return value;
    }
    return known == UNDEFINED ? null : (RegoValue) known;
  }
}
