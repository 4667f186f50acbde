package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The nodes of plain terms. */
final class Nodes {
  private Nodes() {}

  static final class Constant extends Node {
    final RegoValue value;

    Constant(RegoValue value) {
      this.value = value;
    }

    @Override
    RegoValue eval(Frame frame) {
      return value;
    }
  }

  static final class Slot extends Node {
    final int slot;

    Slot(int slot) {
      this.slot = slot;
    }

    @Override
    @Nullable RegoValue eval(Frame frame) {
      return frame.slots[slot];
    }
  }

  static final class Input extends Node {
    @Override
    @Nullable RegoValue eval(Frame frame) {
      return frame.context.input;
    }
  }

  /** A path into a value. */
  static final class Path extends Node {
    private final Node base;
    private final Node[] keys;

    Path(Node base, Node[] keys) {
      this.base = base;
      this.keys = keys;
    }

    @Override
    @Nullable RegoValue eval(Frame frame) {
      RegoValue value = base.eval(frame);
      for (int i = 0; i < keys.length && value != null; i++) {
        RegoValue key = keys[i].eval(frame);
        value = key == null ? null : Documents.get(value, key);
      }
      return value;
    }
  }

  /** A path of constant names into a value. */
  static final class Fields extends Node {
    final Node base;
    private final RegoString[] names;

    /** Where each was in the last object; racing threads only guess worse. */
    private final int[] places;

    Fields(Node base, RegoString[] names) {
      this.base = base;
      this.names = names;
      this.places = new int[names.length];
    }

    @Override
    @Nullable RegoValue eval(Frame frame) {
      RegoValue value = base.eval(frame);
      for (int i = 0; i < names.length && value != null; i++) {
        value = value instanceof RegoObject o ? field(o, i) : Documents.get(value, names[i]);
      }
      return value;
    }

    private @Nullable RegoValue field(RegoObject object, int i) {
      int place = object.place(names[i], places[i]);
      if (place < 0) {
        return null;
      } else if (place != places[i]) {
        places[i] = place;
      }
      return object.at(place);
    }
  }

  /** A path below {@code data}, where rules and base documents lie over each other. */
  static final class Data extends Node {
    private final VirtualNode root;
    private final Node[] keys;
    private final boolean constant;

    /** Where constant keys led last; racing threads find the same. */
    private @Nullable Found found;

    Data(VirtualNode root, Node[] keys) {
      this.root = root;
      this.keys = keys;
      this.constant = Arrays.stream(keys).allMatch(k -> k instanceof Constant);
    }

    /** Where the keys lead in some base documents, as far as there is no rule. */
    private static final class Found {
      final @Nullable RegoValue data;
      final @Nullable VirtualNode node;
      final @Nullable RegoValue base;
      final RegoValue[] rest;

      Found(
          @Nullable RegoValue data,
          @Nullable VirtualNode node,
          @Nullable RegoValue base,
          RegoValue[] rest) {
        this.data = data;
        this.node = node;
        this.base = base;
        this.rest = rest;
      }
    }

    @Override
    @Nullable RegoValue eval(Frame frame) {
      Context context = frame.context;
      Found known = found;
      return constant && context.mask == null && known != null && known.data == context.data
          ? value(context, known.node, known.base, null, known.rest)
          : find(frame, context);
    }

    private @Nullable RegoValue find(Frame frame, Context context) {
      VirtualNode node = root;
      RegoValue base = context.data;
      Mask mask = context.mask;
      int i = 0;
      while (i < keys.length && (node == null || node.group() == null)) {
        if (mask != null && mask.isHere()) {
          break;
        }
        RegoValue key = keys[i++].eval(frame);
        if (key == null) {
          return null;
        }
        node = node == null ? null : node.children().get(key);
        base = Documents.child(base, key);
        mask = Documents.child(mask, key);
      }
      // without the keys there is no need to ask the rules
      RegoValue[] rest = i < keys.length ? rest(frame, i) : NO_KEYS;
      if (rest == null) {
        return null;
      } else if (constant && context.mask == null) {
        found = new Found(context.data, node, base, rest);
      }
      return value(context, node, base, mask, rest);
    }

    private RegoValue @Nullable [] rest(Frame frame, int from) {
      RegoValue[] rest = new RegoValue[keys.length - from];
      for (int i = 0; i < rest.length; i++) {
        RegoValue key = keys[from + i].eval(frame);
        if (key == null) {
          return null;
        }
        rest[i] = key;
      }
      return rest;
    }

    private static @Nullable RegoValue value(
        Context context,
        @Nullable VirtualNode node,
        @Nullable RegoValue base,
        @Nullable Mask mask,
        RegoValue[] rest) {
      RuleGroup group = node == null ? null : node.group();
      boolean one =
          rest.length > 0 && group != null && group.keys() > 0 && base == null && mask == null;
      RegoValue value =
          one && group != null
              ? context.valueAt(group, rest)
              : Documents.whole(context, node, base, mask);
      for (int i = one ? 1 : 0; i < rest.length && value != null; i++) {
        value = Documents.get(value, rest[i]);
      }
      return value;
    }

    private static final RegoValue[] NO_KEYS = {};
  }

  static final class OfArray extends Node {
    private final Node[] elements;

    OfArray(Node[] elements) {
      this.elements = elements;
    }

    @Override
    @Nullable RegoValue eval(Frame frame) {
      RegoValue[] values = new RegoValue[elements.length];
      for (int i = 0; i < values.length; i++) {
        RegoValue value = elements[i].eval(frame);
        if (value == null) {
          return null;
        }
        values[i] = value;
      }
      return RegoArray.adopt(values);
    }
  }

  static final class OfSet extends Node {
    private final Node[] elements;

    OfSet(Node[] elements) {
      this.elements = elements;
    }

    @Override
    @Nullable RegoValue eval(Frame frame) {
      RegoSet.Builder out = RegoSet.builder(elements.length);
      for (Node element : elements) {
        RegoValue value = element.eval(frame);
        if (value == null) {
          return null;
        }
        out.add(value);
      }
      return out.build();
    }
  }

  /** Of two entries with one key the later one wins. */
  static final class OfObject extends Node {
    private final Node[] keys;
    private final Node[] values;

    OfObject(Node[] keys, Node[] values) {
      this.keys = keys;
      this.values = values;
    }

    @Override
    @Nullable RegoValue eval(Frame frame) {
      RegoObject.Builder out = RegoObject.builder(keys.length);
      for (int i = 0; i < keys.length; i++) {
        RegoValue key = keys[i].eval(frame);
        RegoValue value = key == null ? null : values[i].eval(frame);
        if (key == null || value == null) {
          return null;
        }
        out.put(key, value); // of two entries with one key the last counts
      }
      return out.build();
    }
  }

  /** Undefined parts are written {@code <undefined>}. */
  static final class Template extends Node {
    private final Node[] parts;

    Template(Node[] parts) {
      this.parts = parts;
    }

    @Override
    RegoValue eval(Frame frame) {
      StringBuilder out = new StringBuilder();
      for (Node part : parts) {
        RegoValue value = part.eval(frame);
        out.append(
            value == null ? "<undefined>" : value instanceof RegoString s ? s.value() : value);
      }
      return RegoString.of(out.toString());
    }
  }
}
