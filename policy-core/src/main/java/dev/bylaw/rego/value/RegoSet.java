package dev.bylaw.rego.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of values. Iterates in ascending order; membership takes constant time. */
public final class RegoSet implements RegoValue, Iterable<RegoValue> {
  public static final RegoSet EMPTY = new RegoSet(ValueTable.EMPTY);

  private final ValueTable table;
  private RegoValue @Nullable [] sorted; // computed on first use; a race sorts twice, harmlessly
  private int hash;

  private RegoSet(ValueTable table) {
    this.table = table;
  }

  public static RegoSet of(RegoValue... elements) {
    return of(Arrays.asList(elements));
  }

  public static RegoSet of(Collection<? extends RegoValue> elements) {
    Builder builder = builder(elements.size());
    elements.forEach(builder::add);
    return builder.build();
  }

  public static Builder builder() {
    return builder(0);
  }

  public static Builder builder(int expectedSize) {
    return new Builder(expectedSize);
  }

  public int size() {
    return table.size();
  }

  public boolean contains(RegoValue element) {
    return table.indexOf(element) >= 0;
  }

  /** Ascending. */
  public List<RegoValue> toList() {
    return List.of(sorted());
  }

  /** The element at a 0-based index in ascending order. */
  public RegoValue get(int index) {
    return sorted()[index];
  }

  RegoValue[] sorted() {
    RegoValue[] elements = sorted;
    if (elements == null) {
      elements = table.keys();
      Arrays.sort(elements);
      sorted = elements;
    }
    return elements;
  }

  @Override
  public Iterator<RegoValue> iterator() {
    return new RegoArray.ElementIterator(sorted());
  }

  @Override
  public String typeName() {
    return "set";
  }

  @Override
  public int rank() {
    return 6;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof RegoSet s && hashCode() == s.hashCode() && table.hasSameKeys(s.table));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = table.keyHash() + 7;
    }
    return hash;
  }

  @Override
  public String toString() {
    return ValueText.of(this);
  }

  /** Collects elements, then makes one set. Not thread-safe; use it once. */
  public static final class Builder {
    private final ValueTable table;

    private Builder(int expectedSize) {
      this.table = new ValueTable(expectedSize, false);
    }

    /** Returns whether the element was new. */
    public boolean add(RegoValue element) {
      int before = table.size();
      table.put(element, element);
      return table.size() > before;
    }

    public int size() {
      return table.size();
    }

    public RegoSet build() {
      return table.size() == 0 ? EMPTY : new RegoSet(table);
    }
  }
}
