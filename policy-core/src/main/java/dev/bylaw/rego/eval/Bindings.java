package dev.bylaw.rego.eval;

import dev.bylaw.rego.compiler.CompiledRule;
import dev.bylaw.rego.value.RegoValue;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Which written variables have a value at some place, and where it is. */
record Bindings(Map<String, Integer> slots) {
  static final Bindings NONE = new Bindings(Map.of());

  /** At the place up to which a body is planned. */
  static Bindings at(Slots slots) {
    Map<String, Integer> found = new TreeMap<>();
    for (String name : slots.bound()) {
      if (!name.startsWith("$")) {
        found.put(name, slots.slot(name));
      }
    }
    return new Bindings(found);
  }

  Map<String, RegoValue> of(Frame frame) {
    Map<String, RegoValue> values = new TreeMap<>();
    slots.forEach(
        (name, slot) -> {
          RegoValue value = frame.slots[slot];
          if (value != null) {
            values.put(CompiledRule.original(name), value);
          }
        });
    return Collections.unmodifiableMap(values);
  }
}
