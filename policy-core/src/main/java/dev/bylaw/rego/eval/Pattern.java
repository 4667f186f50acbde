package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;

/** A planned term with variables to bind; meets a value. */
abstract class Pattern {
  abstract boolean match(Frame frame, RegoValue value);

  /** A fresh variable. */
  static final class Bind extends Pattern {
    final int slot;

    Bind(int slot) {
      this.slot = slot;
    }

    @Override
    boolean match(Frame frame, RegoValue value) {
      frame.slots[slot] = value;
      return true;
    }
  }

  /** Something known by now. */
  static final class Equal extends Pattern {
    private final Node node;

    Equal(Node node) {
      this.node = node;
    }

    @Override
    boolean match(Frame frame, RegoValue value) {
      return value.equals(node.eval(frame));
    }
  }

  /** A collection that is built where it meets one of its kind, and not at all beside others. */
  static final class Built extends Pattern {
    private final Class<? extends RegoValue> kind;
    private final Node node;

    Built(Class<? extends RegoValue> kind, Node node) {
      this.kind = kind;
      this.node = node;
    }

    @Override
    boolean match(Frame frame, RegoValue value) {
      return kind.isInstance(value) && value.equals(node.eval(frame));
    }
  }

  /** Element by element; the length must be the same. */
  static final class OfArray extends Pattern {
    private final Pattern[] elements;

    OfArray(Pattern[] elements) {
      this.elements = elements;
    }

    @Override
    boolean match(Frame frame, RegoValue value) {
      if (!(value instanceof RegoArray array) || array.size() != elements.length) {
        return false;
      }
      for (int i = 0; i < elements.length; i++) {
        if (!elements[i].match(frame, array.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** Value by value; the keys must be the same. */
  static final class OfObject extends Pattern {
    private final Node[] keys;
    private final Pattern[] values;

    OfObject(Node[] keys, Pattern[] values) {
      this.keys = keys;
      this.values = values;
    }

    @Override
    boolean match(Frame frame, RegoValue value) {
      if (!(value instanceof RegoObject object) || object.size() != keys.length) {
        return false;
      }
      for (int i = 0; i < keys.length; i++) {
        RegoValue key = keys[i].eval(frame);
        RegoValue found = key == null ? null : object.get(key);
        if (found == null || !values[i].match(frame, found)) {
          return false;
        }
      }
      return true;
    }
  }
}
