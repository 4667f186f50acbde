package dev.bylaw.subject;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A document's value that knows where it stands. Immutable. */
public sealed interface Located {
  /** Of the value, without its key. */
  Span span();

  /** The plain value, without places. */
  RegoValue value();

  /** The child of a key or a 0-based index, if there is one. */
  Optional<Located> child(RegoValue key);

  /** What a path leads to, or else the nearest parent of it that exists. */
  default Located nearest(List<? extends RegoValue> path) {
    Located at = this;
    for (RegoValue key : path) {
      Optional<Located> next = at.child(key);
      if (next.isEmpty()) {
        return at;
      }
      at = next.get();
    }
    return at;
  }

  /** What a path leads to. */
  default Optional<Located> find(List<? extends RegoValue> path) {
    Optional<Located> at = Optional.of(this);
    for (RegoValue key : path) {
      at = at.flatMap(l -> l.child(key));
    }
    return at;
  }

  /**
   * Null, boolean, number or string. There are many: their places are kept as they are in {@link
   * Span}, which is made when it is asked for.
   */
  record Scalar(RegoValue value, SourceFile source, int start, int end) implements Located {
    public Scalar(RegoValue value, Span span) {
      this(value, span.source(), span.start(), span.end());
    }

    @Override
    public Span span() {
      return new Span(source, start, end);
    }

    @Override
    public Optional<Located> child(RegoValue key) {
      return Optional.empty();
    }
  }

  /** A list. The plain value is computed once, at construction. */
  record Array(List<Located> elements, Span span, RegoArray value) implements Located {
    public Array(List<Located> elements, Span span) {
      this(List.copyOf(elements), span, RegoArray.adopt(plain(elements)));
    }

    private static RegoValue[] plain(List<Located> elements) {
      RegoValue[] values = new RegoValue[elements.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = elements.get(i).value();
      }
      return values;
    }

    @Override
    public Optional<Located> child(RegoValue key) {
      if (key instanceof RegoNumber n && n.isLong()) {
        long i = n.longValue();
        return i >= 0 && i < elements.size()
            ? Optional.of(elements.get((int) i))
            : Optional.empty();
      }
      return Optional.empty();
    }
  }

  /** A map with text keys, in the order of the text. The plain value is made when it is read. */
  @SuppressWarnings("JavaLangClash") // always written Located.Object
  record Object(Map<String, Entry> entries, Span span, RegoObject value) implements Located {
    public Object(Map<String, Entry> entries, Span span) {
      this(span, EntryMap.of(entries));
    }

    Object(Span span, EntryMap entries) {
      this(entries, span, RegoObject.view(() -> plain(entries)));
    }

    private static RegoObject.Builder plain(EntryMap entries) {
      RegoObject.Builder builder = RegoObject.builder(entries.size());
      entries.forEachName((k, e) -> builder.put(k, e.value().value()));
      return builder;
    }

    /** Where a key stands. */
    public Optional<Span> keySpan(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::keySpan);
    }

    @Override
    public Optional<Located> child(RegoValue key) {
      return key instanceof RegoString s
          ? Optional.ofNullable(entries.get(s.value())).map(Entry::value)
          : Optional.empty();
    }
  }

  /** A value with its key's place, which is kept as it is in {@link Span}. */
  record Entry(SourceFile source, int keyStart, int keyEnd, Located value) {
    /**
     * With a key.
     *
     * @param keySpan where the key stands; the value's own span where it has no key of its own in
     *     the text
     */
    public Entry(Span keySpan, Located value) {
      this(keySpan.source(), keySpan.start(), keySpan.end(), value);
    }

    public Span keySpan() {
      return new Span(source, keyStart, keyEnd);
    }
  }
}
