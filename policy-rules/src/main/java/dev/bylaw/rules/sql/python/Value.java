package dev.bylaw.rules.sql.python;

import dev.bylaw.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an argument says, as far as it is a literal. */
sealed interface Value {
  /** Of the argument. */
  Span span();

  /** A text, of one literal or several next to each other. */
  record Text(String text, Span span) implements Value {}

  /** {@code True} or {@code False}. */
  record Flag(boolean on, Span span) implements Value {}

  /** A list or a tuple. */
  record Items(List<Value> items, Span span) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A dictionary whose keys are literals. */
  record Dictionary(Map<Text, Value> entries, Span span) implements Value {
    public Dictionary {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /** {@code None}. */
  record None(Span span) implements Value {}

  /** What Python computes. */
  record Computed(Span span) implements Value {}
}
