package dev.bylaw.rego.value;

/** The total order of values, as OPA defines it. */
final class ValueOrder {
  private ValueOrder() {}

  static int compare(RegoValue a, RegoValue b) {
    if (a == b) {
      return 0;
    }
    if (a.rank() != b.rank()) {
      return Integer.compare(a.rank(), b.rank());
    }
    if (a instanceof RegoString s) {
      return s.compareBytes((RegoString) b);
    } else if (a instanceof RegoNumber n) {
      return n.compareAmount((RegoNumber) b);
    } else if (a instanceof RegoBoolean x) {
      return Boolean.compare(x.value(), ((RegoBoolean) b).value());
    } else if (a instanceof RegoArray x) {
      return compareArrays(x, (RegoArray) b);
    } else if (a instanceof RegoObject x) {
      return compareObjects(x, (RegoObject) b);
    } else if (a instanceof RegoSet x) {
      return compareAll(x.sorted(), ((RegoSet) b).sorted());
    }
    return 0;
  }

  private static int compareArrays(RegoArray a, RegoArray b) {
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      int c = compare(a.get(i), b.get(i));
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int compareAll(RegoValue[] a, RegoValue[] b) {
    int common = Math.min(a.length, b.length);
    for (int i = 0; i < common; i++) {
      int c = compare(a[i], b[i]);
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(a.length, b.length);
  }

  /** Key by key, and where two keys are equal, their values before the next key. */
  private static int compareObjects(RegoObject a, RegoObject b) {
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      int keys = compare(a.keyAt(i), b.keyAt(i));
      int c = keys == 0 ? compare(a.valueAt(i), b.valueAt(i)) : keys;
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
