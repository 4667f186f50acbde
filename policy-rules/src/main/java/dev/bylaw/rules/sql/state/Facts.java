package dev.bylaw.rules.sql.state;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of one thing, each value at the place of the statement that last said it. */
final class Facts {
  private final Map<String, Located> values = new LinkedHashMap<>();
  private final Map<String, Map<String, Located.Entry>> maps = new LinkedHashMap<>();
  private Span span;

  /** Of something that a statement makes. */
  Facts(Span span) {
    this.span = span;
  }

  Span span() {
    return span;
  }

  void set(String key, String value, Span place) {
    values.put(key, SubjectDocument.text(value, place));
  }

  void set(String key, boolean value, Span place) {
    values.put(key, new Located.Scalar(RegoBoolean.of(value), place));
  }

  /** Another name; the one that the thing was made with stays known. */
  void renamed(String key, String name, Span place) {
    Located before = values.get(key);
    if (before != null && before.value() instanceof RegoString first) {
      values.putIfAbsent("renamedFrom", SubjectDocument.text(first.value(), place));
    }
    set(key, name, place);
  }

  void set(String key, Located value) {
    values.put(key, value);
  }

  void remove(String key) {
    values.remove(key);
    maps.remove(key);
  }

  Optional<Located> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Puts a value into a map, such as that of the tags. */
  void put(String map, String key, Span keySpan, Located value) {
    maps.computeIfAbsent(map, m -> new LinkedHashMap<>())
        .put(key, new Located.Entry(keySpan, value));
  }

  void remove(String map, String key) {
    maps.getOrDefault(map, new LinkedHashMap<>()).remove(key);
  }

  /** Takes over a value of another thing, as one that is replaced. */
  void keep(String key, Facts other) {
    other.get(key).ifPresent(value -> values.put(key, value));
  }

  Located.Object located(Map<String, List<? extends Located>> lists) {
    Map<String, Located.Entry> out = new LinkedHashMap<>();
    values.forEach((key, value) -> out.put(key, SubjectDocument.entry(value)));
    maps.forEach((key, map) -> out.put(key, SubjectDocument.entry(new Located.Object(map, span))));
    lists.forEach(
        (key, list) ->
            out.put(key, SubjectDocument.entry(new Located.Array(new ArrayList<>(list), span))));
    return new Located.Object(out, span);
  }
}
