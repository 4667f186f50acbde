package dev.bylaw.rules.sql;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object of the input document while it is put together. */
final class Tree {
  private final Map<String, Located.Entry> entries = new LinkedHashMap<>();
  private final Span span;

  Tree(Span span) {
    this.span = span;
  }

  static Located.Scalar text(String value, Span span) {
    return new Located.Scalar(RegoString.of(value), span);
  }

  /** A list spans its elements, or else what it was derived from. */
  static Located.Array list(List<? extends Located> elements, Span otherwise) {
    Span span =
        elements.isEmpty()
            ? otherwise
            : elements.get(0).span().to(elements.get(elements.size() - 1).span());
    return new Located.Array(List.copyOf(elements), span);
  }

  /** The same of what each of some things shows. */
  static <T> Located.Array list(
      Collection<? extends T> things, Function<T, Located> shown, Span otherwise) {
    List<Located> elements = new ArrayList<>();
    for (T thing : things) {
      elements.add(shown.apply(thing));
    }
    return list(elements, otherwise);
  }

  /** Nothing is put where there is no value. */
  Tree put(String key, @Nullable Located value) {
    if (value != null) {
      entries.put(key, new Located.Entry(value.span(), value));
    }
    return this;
  }

  /** Nothing is put where the list is empty. */
  Tree putAny(String key, Located.Array list) {
    return list.elements().isEmpty() ? this : put(key, list);
  }

  Tree put(String key, Span keySpan, Located value) {
    entries.put(key, new Located.Entry(keySpan, value));
    return this;
  }

  Tree put(String key, String value, Span at) {
    return put(key, text(value, at));
  }

  Tree put(String key, boolean value, Span at) {
    return put(key, new Located.Scalar(RegoBoolean.of(value), at));
  }

  Tree put(String key, int value, Span at) {
    return put(key, new Located.Scalar(RegoNumber.of(value), at));
  }

  /** What was put so far. */
  @Nullable Located get(String key) {
    Located.Entry entry = entries.get(key);
    return entry == null ? null : entry.value();
  }

  Located.Object build() {
    return new Located.Object(entries, span);
  }
}
