package dev.bylaw.rego.value;

import java.util.Arrays;
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

  private static final int SCANNED = 6;

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
      for (int i = 0; i < size; i++) {
        if (keys[i].equals(key)) {
          return i;
        }
      }
      return -1;
    }
    int mask = slots.length - 1;
    for (int at = spread(key) & mask; slots[at] != 0; at = (at + 1) & mask) {
      if (keys[slots[at] - 1].equals(key)) {
        return slots[at] - 1;
      }
    }
    return -1;
  }

  int indexOf(RegoString key) {
    String text = key.value();
    if (slots.length == 0) {
      for (int i = 0; i < size; i++) {
        if (keys[i] instanceof RegoString s && s.value().equals(text)) {
          return i;
        }
      }
      return -1;
    }
    int mask = slots.length - 1;
    for (int at = spread(key) & mask; slots[at] != 0; at = (at + 1) & mask) {
      if (keys[slots[at] - 1] instanceof RegoString s && s.value().equals(text)) {
        return slots[at] - 1;
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
    if (size > SCANNED && size * 2 > slots.length) {
      slots = new int[tableSize(keys.length)];
      for (int i = 0; i < size; i++) {
        place(i);
      }
    } else if (slots.length > 0) {
      place(size - 1);
    }
  }

  private void place(int index) {
    int mask = slots.length - 1;
    int at = spread(keys[index]) & mask;
    while (slots[at] != 0) {
      at = (at + 1) & mask;
    }
    slots[at] = index + 1;
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
