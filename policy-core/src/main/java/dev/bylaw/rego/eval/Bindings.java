package dev.bylaw.rego.eval;

import dev.bylaw.rego.compiler.CompiledRule;
import dev.bylaw.rego.value.RegoValue;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Which variables have a value at some place, and where it is. */
record Bindings(Map<String, Integer> slots) {
  static final Bindings NONE = new Bindings(Map.of());

  /** At the place up to which a body is planned. */
  static Bindings at(Slots slots) {
    Map<String, Integer> found = new TreeMap<>();
    slots.bound().forEach(name -> found.put(name, slots.slot(name)));
    return new Bindings(found);
  }

  /** By their names as written. */
  Map<String, RegoValue> written(Frame frame) {
    Map<String, RegoValue> values = new TreeMap<>();
    all(frame)
        .forEach(
            (name, value) -> {
              if (!name.startsWith("$")) {
                values.put(CompiledRule.original(name), value);
              }
            });
    return Collections.unmodifiableMap(values);
  }

  /** By their names in the plan, also those that stand for a part of an expression. */
  Map<String, RegoValue> all(Frame frame) {
    Map<String, RegoValue> values = new TreeMap<>();
    slots.forEach(
        (name, slot) -> {
          RegoValue value = frame.slots[slot];
          if (value != null) {
            values.put(name, value);
          }
        });
    return Collections.unmodifiableMap(values);
  }
}
