package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what rules with references as heads yield: values and sets at paths. */
final class NestedObject {
  private final Map<RegoValue, Object> entries = new LinkedHashMap<>();

  /** The object below a key, made if it is not there yet. */
  private NestedObject below(RegoValue key, Span span) {
    Object there = entries.computeIfAbsent(key, k -> new NestedObject());
    if (there instanceof NestedObject nested) {
      return nested;
    }
    throw conflict(span);
  }

  void put(RegoValue[] path, RegoValue value, Span span) {
    NestedObject at = this;
    for (int i = 0; i < path.length - 1; i++) {
      at = at.below(path[i], span);
    }
    Object before = at.entries.putIfAbsent(path[path.length - 1], value);
    RegoValue known = before instanceof RegoSet.Builder set ? set.build() : null;
    if (before != null && !value.equals(known == null ? before : known)) {
      throw conflict(span);
    }
  }

  void add(RegoValue[] path, RegoValue element, Span span) {
    NestedObject at = this;
    for (int i = 0; i < path.length - 1; i++) {
      at = at.below(path[i], span);
    }
    Object there = at.entries.compute(path[path.length - 1], (key, before) -> elements(before));
    if (!(there instanceof RegoSet.Builder set)) {
      throw conflict(span);
    }
    set.add(element);
  }

  private static Object elements(@Nullable Object before) {
    if (before instanceof RegoSet whole) {
      RegoSet.Builder elements = RegoSet.builder();
      whole.forEach(elements::add);
      return elements;
    }
    return before == null ? RegoSet.builder() : before;
  }

  private static Halt conflict(Span span) {
    return Halt.of("eval_conflict_error", span, "object keys must be unique");
  }

  RegoObject build() {
    RegoObject.Builder out = RegoObject.builder(entries.size());
    entries.forEach(
        (key, value) ->
            out.put(
                key,
                value instanceof NestedObject nested
                    ? nested.build()
                    : value instanceof RegoSet.Builder set ? set.build() : (RegoValue) value));
    return out.build();
  }
}
