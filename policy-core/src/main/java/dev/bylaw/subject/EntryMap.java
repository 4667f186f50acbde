package dev.bylaw.subject;

import dev.bylaw.rego.value.RegoString;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one object in the order of the text, in little memory, because a run may keep
 * millions of them. Immutable.
 */
final class EntryMap extends AbstractMap<String, Located.Entry> {
  /** Larger ones have a hash table. */
  private static final int SCANNED = 8;

  /** Names recur in all documents, so they are kept once; what is not kept works as well. */
  private static final int MAX_NAMES = 10_000;

  private static final int LONGEST_NAME = 64;

  private static final Map<String, RegoString> NAMES = new ConcurrentHashMap<>();

  /**
   * No name lies farther behind its place in the table. Only names that were chosen for equal
   * hashes come so far; they are sorted instead, so a hostile document costs no more than n log n.
   */
  private static final int CROWDED = 256;

  private static final int[] NO_SLOTS = {};

  private final RegoString[] names;
  private final Located.Entry[] entries;

  /** Index + 1 of the name, 0 where free; or, as many as names, all indices by name. */
  private int[] slots;

  private EntryMap(RegoString[] names, Located.Entry[] entries) {
    this.names = names;
    this.entries = entries;
    slots = names.length > SCANNED ? new int[Integer.highestOneBit(names.length) << 2] : NO_SLOTS;
  }

  static EntryMap of(Map<String, Located.Entry> entries) {
    if (entries instanceof EntryMap same) {
      return same;
    }
    RegoString[] names = new RegoString[entries.size()];
    int i = 0;
    for (String name : entries.keySet()) {
      names[i++] = name(name);
    }
    EntryMap map = new EntryMap(names, entries.values().toArray(Located.Entry[]::new));
    map.index();
    return map;
  }

  /** Collects the entries of objects that lie within each other. Not thread-safe. */
  static final class Collector {
    private RegoString[] names = new RegoString[64];
    private Located.Entry[] entries = new Located.Entry[64];
    private int size;

    int size() {
      return size;
    }

    void add(String name, Located.Entry entry) {
      if (size == names.length) {
        names = Arrays.copyOf(names, size * 2);
        entries = Arrays.copyOf(entries, size * 2);
      }
      names[size] = name(name);
      entries[size++] = entry;
    }

    /**
     * Takes the entries from an index on. Of several with one name the first stays.
     *
     * @param duplicate is given the name and the later entry, and the entry that stays
     */
    EntryMap take(int from, Duplicate duplicate) {
      EntryMap all =
          new EntryMap(
              Arrays.copyOfRange(names, from, size), Arrays.copyOfRange(entries, from, size));
      size = from;
      return all.index() ? all : all.distinct(duplicate);
    }
  }

  /** Hears of an entry that is left out. */
  interface Duplicate {
    void found(String name, Located.Entry left, Located.Entry kept);
  }

  /** To be called first; tells whether no name is there twice. */
  private boolean index() {
    boolean distinct = true;
    long seen = 0; // a bit for each hash, of which 64 differ
    for (int i = 0; i < names.length; i++) {
      String name = names[i].value();
      if (slots.length > 0) {
        int at = slot(name);
        if (at < 0) {
          return sort();
        }
        distinct &= slots[at] == 0;
        slots[at] = i + 1;
      } else {
        long bit = 1L << name.hashCode();
        distinct &= (seen & bit) == 0 || indexOf(name) == i;
        seen |= bit;
      }
    }
    return distinct;
  }

  private boolean sort() {
    slots =
        IntStream.range(0, names.length)
            .boxed()
            .sorted(Comparator.comparing(i -> names[i].value()))
            .mapToInt(i -> i)
            .toArray();
    return IntStream.range(1, slots.length)
        .noneMatch(i -> names[slots[i]].value().equals(names[slots[i - 1]].value()));
  }

  private int sortedIndexOf(String name) {
    int low = 0;
    int high = slots.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = names[slots[middle]].value().compareTo(name);
      if (order == 0) {
        return slots[middle];
      } else if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private EntryMap distinct(Duplicate duplicate) {
    Map<String, Located.Entry> first = new LinkedHashMap<>();
    forEach(
        (name, entry) -> {
          Located.Entry before = first.putIfAbsent(name, entry);
          if (before != null) {
            duplicate.found(name, entry, before);
          }
        });
    return of(first);
  }

  private static RegoString name(String text) {
    RegoString known = NAMES.get(text);
    if (known == null) {
      known = RegoString.of(text);
      if (text.length() <= LONGEST_NAME && NAMES.size() < MAX_NAMES) {
        NAMES.put(text, known);
      }
    }
    return known;
  }

  /** Where a name is, or where it would be put; negative where that is too far away. */
  private int slot(String name) {
    int mask = slots.length - 1;
    int hash = name.hashCode() * 0x9E3779B9;
    int home = hash ^ (hash >>> 15);
    for (int i = 0; i < CROWDED; i++) {
      int at = (home + i) & mask;
      if (slots[at] == 0 || names[slots[at] - 1].value().equals(name)) {
        return at;
      }
    }
    return -1;
  }

  private int indexOf(String name) {
    if (slots.length > names.length) {
      int at = slot(name);
      return at < 0 ? -1 : slots[at] - 1;
    } else if (slots.length > 0) {
      return sortedIndexOf(name);
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i].value().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Located.@Nullable Entry get(@Nullable Object key) {
    int index = key instanceof String name ? indexOf(name) : -1;
    return index < 0 ? null : entries[index];
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key instanceof String name && indexOf(name) >= 0;
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Located.Entry> taker) {
    for (int i = 0; i < names.length; i++) {
      taker.accept(names[i].value(), entries[i]);
    }
  }

  /** Hands the names over as values. */
  void forEachName(BiConsumer<RegoString, Located.Entry> taker) {
    for (int i = 0; i < names.length; i++) {
      taker.accept(names[i], entries[i]);
    }
  }

  @Override
  public Set<Map.Entry<String, Located.Entry>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return names.length;
      }

      @Override
      public Iterator<Map.Entry<String, Located.Entry>> iterator() {
        return new Entries();
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<String, Located.Entry>> {
    private int at;

    @Override
    public boolean hasNext() {
      return at < names.length;
    }

    @Override
    public Map.Entry<String, Located.Entry> next() {
      if (!hasNext()) {
        throw new NoSuchElementException("after " + Arrays.toString(names));
      }
      Map.Entry<String, Located.Entry> next = Map.entry(names[at].value(), entries[at]);
      at++;
      return next;
    }
  }
}
