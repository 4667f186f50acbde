package dev.bylaw.rego.eval;

import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.value.RegoValue;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The values of rules that depend on nothing but the program and its data: computed once per
 * program, at most one per rule. Thread-safe.
 */
final class Constants {
  static final Constants NONE = new Constants(new BitSet(), 0);

  private final BitSet constant;
  private final AtomicReferenceArray<@Nullable Object> values;

  private Constants(BitSet constant, int size) {
    this.constant = constant;
    this.values = new AtomicReferenceArray<>(size);
  }

  static Constants of(ReadGraph graph, BuiltinRegistry registry) {
    BitSet constant = graph.varying(registry);
    constant.flip(0, graph.size());
    return new Constants(constant, graph.size());
  }

  boolean has(RuleGroup group) {
    return constant.get(group.id());
  }

  /** Computed with a budget of its own, so that the first query costs as much as the next. */
  @Nullable RegoValue value(RuleGroup group, Context asking) {
    Object known = values.get(group.id());
    if (known == null) {
      RegoValue value = group.compute(asking.alone());
      known = value == null ? Context.UNDEFINED : value;
      values.set(group.id(), known);
    }
    return known == Context.UNDEFINED ? null : (RegoValue) known;
  }
}
