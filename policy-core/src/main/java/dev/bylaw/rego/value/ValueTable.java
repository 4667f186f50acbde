package dev.bylaw.rego.value;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An insertion-ordered open-addressing hash table from values to values, the ground of sets and
 * objects. Written while it is being built, only read afterwards.
 */
final class ValueTable {
  private static final int[] NO_SLOTS = {};
  static final ValueTable EMPTY = new ValueTable(0, false);

  private RegoValue[] keys;
  private RegoValue @Nullable [] values; // null in a table for a set
  private int[] slots; // index + 1 of the key, 0 where free; small tables have none and are scanned
  private int size;

  /** In place of slots, where keys have equal hashes, as if somebody had chosen them for that. */
  private @Nullable Map<RegoValue, Integer> sorted;

  private static final int SCANNED = 6;

  /** No key lies farther behind its place in the table. */
  private static final int CROWDED = 256;

  ValueTable(int expectedSize, boolean withValues) {
    int capacity = Math.max(4, expectedSize);
    this.keys = new RegoValue[capacity];
    this.values = withValues ? new RegoValue[capacity] : null;
    this.slots = expectedSize > SCANNED ? new int[tableSize(capacity)] : NO_SLOTS;
  }

  private static int tableSize(int capacity) {
    return Integer.highestOneBit(Math.max(8, capacity)) << 2;
  }

  int size() {
    return size;
  }

  RegoValue[] keys() {
    return Arrays.copyOf(keys, size);
  }

  RegoValue keyAt(int index) {
    return keys[index];
  }

  RegoValue valueAt(int index) {
    return values == null ? keys[index] : values[index];
  }

  int indexOf(RegoValue key) {
    if (key instanceof RegoString text) {
      return indexOf(text);
    } else if (slots.length == 0) {
      return unhashed(key);
    }
    int mask = slots.length - 1;
    int home = spread(key);
    for (int i = 0; i < CROWDED; i++) {
      int slot = slots[(home + i) & mask];
      if (slot == 0) {
        return -1;
      } else if (keys[slot - 1].equals(key)) {
        return slot - 1;
      }
    }
    return -1;
  }

  /**
   * The same as {@link #indexOf(RegoString)}.
   *
   * @param guess where the key may be, which is looked at first
   */
  int indexOf(RegoString key, int guess) {
    return guess < size && keys[guess].equals(key) ? guess : indexOf(key);
  }

  int indexOf(RegoString key) {
    if (slots.length == 0) {
      return unhashed(key);
    }
    String text = key.value();
    int mask = slots.length - 1;
    int home = spread(key);
    for (int i = 0; i < CROWDED; i++) {
      int slot = slots[(home + i) & mask];
      if (slot == 0) {
        return -1;
      } else if (keys[slot - 1] instanceof RegoString s && s.value().equals(text)) {
        return slot - 1;
      }
    }
    return -1;
  }

  private int unhashed(RegoValue key) {
    if (sorted != null) {
      Integer index = sorted.get(key);
      return index == null ? -1 : index;
    }
    for (int i = 0; i < size; i++) {
      if (keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  void put(RegoValue key, RegoValue value) {
    int index = indexOf(key);
    if (index >= 0) {
      if (values != null) {
        values[index] = value;
      }
      return;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      values = values == null ? null : Arrays.copyOf(values, size * 2);
    }
    keys[size] = key;
    if (values != null) {
      values[size] = value;
    }
    size++;
    if (sorted != null) {
      sorted.put(key, size - 1);
    } else if (size > SCANNED && size * 2 > slots.length) {
      slots = new int[tableSize(keys.length)];
      place(0);
    } else if (slots.length > 0) {
      place(size - 1);
    }
  }

  /** Gives a slot to the keys from an index on, or sorts all of them. */
  private void place(int from) {
    int mask = slots.length - 1;
    for (int index = from; index < size; index++) {
      int home = spread(keys[index]);
      int i = 0;
      while (slots[(home + i) & mask] != 0) {
        if (++i == CROWDED) {
          sort();
          return;
        }
      }
      slots[(home + i) & mask] = index + 1;
    }
  }

  private void sort() {
    Map<RegoValue, Integer> all = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      all.put(keys[i], i);
    }
    slots = NO_SLOTS;
    sorted = all;
  }

  private static int spread(RegoValue key) {
    int h = key.hashCode() * 0x9E3779B9;
    return h ^ (h >>> 15);
  }

  boolean hasSameKeys(ValueTable other) {
    if (size != other.size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (other.indexOf(keys[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  boolean hasSameEntries(ValueTable other) {
    if (size != other.size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      int at = other.indexOf(keys[i]);
      if (at < 0 || !valueAt(i).equals(other.valueAt(at))) {
        return false;
      }
    }
    return true;
  }

  /** Independent of the order of insertion. */
  int keyHash() {
    int h = 0;
    for (int i = 0; i < size; i++) {
      h += spread(keys[i]);
    }
    return h;
  }

  /** Independent of the order of insertion. */
  int entryHash() {
    int h = 0;
    for (int i = 0; i < size; i++) {
      h += spread(keys[i]) ^ (valueAt(i).hashCode() * 31);
    }
    return h;
  }
}
