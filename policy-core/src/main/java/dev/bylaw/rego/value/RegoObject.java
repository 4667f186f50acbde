package dev.bylaw.rego.value;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A map from values to values; keys need not be strings. Iterates keys in ascending order; look-up
 * takes constant time.
 */
public final class RegoObject implements RegoValue {
  public static final RegoObject EMPTY = new RegoObject(ValueTable.EMPTY);

  private final @Nullable ValueTable made;
  private final @Nullable Supplier<Builder> source;
  private volatile @Nullable ValueTable read; // of the source, on first use; a race reads twice
  private int @Nullable [] order; // of the entries by key, on first use; a race sorts twice
  private int hash;

  private RegoObject(ValueTable table) {
    this.made = table;
    this.source = null;
  }

  private RegoObject(Supplier<Builder> source) {
    this.made = null;
    this.source = source;
  }

  /**
   * An object whose entries are fetched when somebody looks at it.
   *
   * @param source gives the same entries each time; may be asked more than once
   */
  public static RegoObject view(Supplier<Builder> source) {
    return new RegoObject(source);
  }

  private ValueTable table() {
    return made != null ? made : fetched();
  }

  private ValueTable fetched() {
    ValueTable known = read;
    if (known == null) {
      known = source == null ? ValueTable.EMPTY : source.get().table;
      read = known;
    }
    return known;
  }

  public static RegoObject of(Map<? extends RegoValue, ? extends RegoValue> entries) {
    Builder builder = builder(entries.size());
    entries.forEach(builder::put);
    return builder.build();
  }

  /** An object with one entry. */
  public static RegoObject of(RegoValue key, RegoValue value) {
    return builder(1).put(key, value).build();
  }

  public static Builder builder() {
    return builder(0);
  }

  public static Builder builder(int expectedSize) {
    return new Builder(expectedSize);
  }

  public int size() {
    return table().size();
  }

  /** The value of a key, or null where there is none. */
  public @Nullable RegoValue get(RegoValue key) {
    int index = table().indexOf(key);
    return index < 0 ? null : table().valueAt(index);
  }

  /** The same as {@link #get(RegoValue)}, faster. */
  public @Nullable RegoValue field(RegoString name) {
    int index = table().indexOf(name);
    return index < 0 ? null : table().valueAt(index);
  }

  /**
   * Where the value of a name is for {@link #at}, or negative.
   *
   * @param guess not negative: where it was in another object; objects made alike have it there too
   */
  public int place(RegoString name, int guess) {
    return table().indexOf(name, guess);
  }

  /** The value at a {@link #place}. */
  public RegoValue at(int place) {
    return table().valueAt(place);
  }

  public @Nullable RegoValue get(String key) {
    return get(RegoString.of(key));
  }

  public boolean containsKey(RegoValue key) {
    return table().indexOf(key) >= 0;
  }

  /** Keys, ascending. */
  public Iterable<RegoValue> keys() {
    return Keys::new;
  }

  /** The key at a 0-based index in ascending order. */
  public RegoValue keyAt(int index) {
    return table().keyAt(order()[index]);
  }

  /** The value of the key at a 0-based index in ascending order. */
  public RegoValue valueAt(int index) {
    return table().valueAt(order()[index]);
  }

  /** Hands each entry over, in ascending order of keys. */
  public void forEach(BiConsumer<RegoValue, RegoValue> taker) {
    for (int index : order()) {
      taker.accept(table().keyAt(index), table().valueAt(index));
    }
  }

  /** A copy as a map, in ascending order of keys. */
  public Map<RegoValue, RegoValue> toMap() {
    Map<RegoValue, RegoValue> map = new LinkedHashMap<>(size() * 2);
    forEach(map::put);
    return map;
  }

  /** A copy with one entry added or replaced. */
  public RegoObject with(RegoValue key, RegoValue value) {
    return toBuilder().put(key, value).build();
  }

  /** A copy without a key. */
  public RegoObject without(RegoValue key) {
    if (!containsKey(key)) {
      return this;
    }
    Builder builder = builder(size());
    forEach(
        (k, v) -> {
          if (!k.equals(key)) {
            builder.put(k, v);
          }
        });
    return builder.build();
  }

  public Builder toBuilder() {
    Builder builder = builder(size() + 1);
    for (RegoValue key : table().keys()) {
      builder.put(key, table().valueAt(table().indexOf(key)));
    }
    return builder;
  }

  private int[] order() {
    int[] known = order;
    if (known == null) {
      RegoValue[] keys = table().keys();
      Arrays.sort(keys);
      known = new int[keys.length];
      for (int i = 0; i < known.length; i++) {
        known[i] = table().indexOf(keys[i]);
      }
      order = known;
    }
    return known;
  }

  private final class Keys implements Iterator<RegoValue> {
    private final int[] order = order();
    private int next;

    @Override
    public boolean hasNext() {
      return next < order.length;
    }

    @Override
    public RegoValue next() {
      if (next >= order.length) {
        throw new NoSuchElementException();
      }
      return table().keyAt(order[next++]);
    }
  }

  @Override
  public String typeName() {
    return "object";
  }

  @Override
  public int rank() {
    return 5;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof RegoObject o
            && hashCode() == o.hashCode()
            && table().hasSameEntries(o.table()));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = table().entryHash() + 5;
    }
    return hash;
  }

  @Override
  public String toString() {
    return ValueText.of(this);
  }

  /** Collects entries, then makes one object; a later entry of a key replaces the earlier one. */
  public static final class Builder {
    private final ValueTable table;

    private Builder(int expectedSize) {
      this.table = new ValueTable(expectedSize, true);
    }

    public Builder put(RegoValue key, RegoValue value) {
      table.put(key, value);
      return this;
    }

    public Builder put(String key, RegoValue value) {
      return put(RegoString.of(key), value);
    }

    /** The value put for a key so far, or null. */
    public @Nullable RegoValue get(RegoValue key) {
      int index = table.indexOf(key);
      return index < 0 ? null : table.valueAt(index);
    }

    public int size() {
      return table.size();
    }

    public RegoObject build() {
      return table.size() == 0 ? EMPTY : new RegoObject(table);
    }
  }
}
