package dev.bylaw.rego.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An ordered list of values. */
public final class RegoArray implements RegoValue, Iterable<RegoValue> {
  public static final RegoArray EMPTY = new RegoArray(new RegoValue[0]);

  private final RegoValue @Nullable [] made;
  private final @Nullable Supplier<RegoValue[]> source;
  private volatile RegoValue @Nullable [] read; // of the source, on first use; a race reads twice
  private int hash; // 0: not computed yet; a race computes the same number twice

  private RegoArray(RegoValue[] elements) {
    this.made = elements;
    this.source = null;
  }

  private RegoArray(Supplier<RegoValue[]> source) {
    this.made = null;
    this.source = source;
  }

  /**
   * An array whose elements are fetched when somebody looks at it.
   *
   * @param source gives the same elements each time; may be asked more than once
   */
  static RegoArray view(Supplier<RegoValue[]> source) {
    return new RegoArray(source);
  }

  private RegoValue[] elements() {
    return made != null ? made : fetched();
  }

  private RegoValue[] fetched() {
    RegoValue[] known = read;
    if (known == null) {
      known = source == null ? new RegoValue[0] : source.get();
      read = known;
    }
    return known;
  }

  public static RegoArray of(RegoValue... elements) {
    return elements.length == 0 ? EMPTY : new RegoArray(elements.clone());
  }

  public static RegoArray of(Collection<? extends RegoValue> elements) {
    return elements.isEmpty() ? EMPTY : new RegoArray(elements.toArray(RegoValue[]::new));
  }

  /** Takes the array itself; the caller must not touch it any more. */
  public static RegoArray adopt(RegoValue[] elements) {
    return elements.length == 0 ? EMPTY : new RegoArray(elements);
  }

  public int size() {
    return elements().length;
  }

  /** The element at a 0-based index. */
  public RegoValue get(int index) {
    return elements()[index];
  }

  /** The element at a 0-based index given as a Rego value, or null where there is none. */
  public @Nullable RegoValue find(RegoValue index) {
    if (index instanceof RegoNumber n && n.isLong()) {
      long i = n.longValue();
      if (i >= 0 && i < elements().length) {
        return elements()[(int) i];
      }
    }
    return null;
  }

  /** From {@code start}, inclusive, to {@code end}, exclusive. */
  public RegoArray slice(int start, int end) {
    Objects.checkFromToIndex(start, end, elements().length);
    return adopt(Arrays.copyOfRange(elements(), start, end));
  }

  public RegoArray concat(RegoArray other) {
    RegoValue[] all = Arrays.copyOf(elements(), elements().length + other.elements().length);
    System.arraycopy(other.elements(), 0, all, elements().length, other.elements().length);
    return adopt(all);
  }

  /** A copy with one more element at the end. */
  public RegoArray with(RegoValue element) {
    RegoValue[] all = Arrays.copyOf(elements(), elements().length + 1);
    all[all.length - 1] = element;
    return adopt(all);
  }

  public List<RegoValue> toList() {
    return List.of(elements());
  }

  @Override
  public Iterator<RegoValue> iterator() {
    return new ElementIterator(elements());
  }

  @Override
  public String typeName() {
    return "array";
  }

  @Override
  public int rank() {
    return 4;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof RegoArray a && Arrays.equals(elements(), a.elements()));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Arrays.hashCode(elements());
    }
    return hash;
  }

  @Override
  public String toString() {
    return ValueText.of(this);
  }

  /** Iterates an array without the cost of wrapping it in a list. */
  static final class ElementIterator implements Iterator<RegoValue> {
    private final RegoValue[] elements;
    private int next;

    ElementIterator(RegoValue[] elements) {
      this.elements = elements;
    }

    @Override
    public boolean hasNext() {
      return next < elements.length;
    }

    @Override
    public RegoValue next() {
      if (next >= elements.length) {
        throw new NoSuchElementException();
      }
      return elements[next++];
    }
  }
}
