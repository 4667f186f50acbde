package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoValue;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The links that iterate: references some of whose operands are not bound yet. */
final class References {
  private References() {}

  /**
   * One operand.
   *
   * @param node what a bound operand is
   * @param pattern what an unbound one binds
   */
  record Operand(@Nullable Node node, @Nullable Pattern pattern) {}

  /** A reference into a value. */
  static class IntoValue extends Step {
    final Node base;
    final Operand[] operands;
    int out;

    IntoValue(Node base, Operand[] operands, int out) {
      this.base = base;
      this.operands = operands;
      this.out = out;
    }

    /** Whether this goes over the elements of one collection, with any key. */
    boolean isPlain() {
      return getClass() == IntoValue.class
          && operands.length == 1
          && operands[0].pattern() instanceof Pattern.Bind;
    }

    /** The slot of the key, of a plain one. */
    int index() {
      return operands[0].pattern() instanceof Pattern.Bind b ? b.slot : -1;
    }

    @Override
    boolean run(Frame frame) {
      RegoValue value = base.eval(frame);
      return value != null && walk(frame, value, 0, false);
    }

    /**
     * Takes what is left of the operands.
     *
     * @param stored whether the value is part of a base document
     */
    final boolean walk(Frame frame, RegoValue value, int at, boolean stored) {
      if (at == operands.length) {
        frame.slots[out] = value;
        return next.run(frame);
      }
      Operand operand = operands[at];
      if (operand.node() != null) {
        RegoValue key = operand.node().eval(frame);
        if (key == null) {
          return false;
        }
        RegoValue child = stored ? Documents.child(value, key) : Documents.get(value, key);
        return child != null && walk(frame, child, at + 1, stored);
      }
      return each(frame, value, at, stored, operand.pattern());
    }

    private boolean each(
        Frame frame, RegoValue value, int at, boolean stored, @Nullable Pattern pattern) {
      if (value instanceof RegoArray array) {
        if (at == operands.length - 1 && pattern instanceof Pattern.Bind index) {
          return elements(frame, array, index.slot);
        }
        for (int i = 0; i < array.size(); i++) {
          if (one(frame, RegoNumber.of(i), array.get(i), at, stored, pattern)) {
            return true;
          }
        }
      } else if (value instanceof RegoSet set) {
        for (RegoValue element : set) {
          if (one(frame, element, element, at, stored, pattern)) {
            return true;
          }
        }
      } else if (value instanceof RegoObject object) {
        for (int i = 0; i < object.size(); i++) {
          if (one(frame, object.keyAt(i), object.valueAt(i), at, stored, pattern)) {
            return true;
          }
        }
      }
      return false;
    }

    /** The commonest case: nothing behind the element, and any index. */
    private boolean elements(Frame frame, RegoArray array, int index) {
      @Nullable RegoValue[] slots = frame.slots;
      Session session = frame.context.session;
      for (int i = 0; i < array.size(); i++) {
        session.step();
        slots[index] = RegoNumber.of(i);
        slots[out] = array.get(i);
        if (next.run(frame)) {
          return true;
        }
      }
      return false;
    }

    private boolean one(
        Frame frame,
        RegoValue key,
        RegoValue child,
        int at,
        boolean stored,
        @Nullable Pattern pattern) {
      frame.context.session.step();
      return pattern != null && pattern.match(frame, key) && walk(frame, child, at + 1, stored);
    }
  }

  /** A reference below {@code data}, through the tree of rules. */
  static final class IntoData extends IntoValue {
    private final VirtualNode root;

    IntoData(VirtualNode root, Operand[] operands, int out) {
      super(new Nodes.Input(), operands, out);
      this.root = root;
    }

    @Override
    boolean run(Frame frame) {
      return walk(frame, root, frame.context.data, frame.context.mask, 0);
    }

    private boolean walk(
        Frame frame,
        @Nullable VirtualNode node,
        @Nullable RegoValue base,
        @Nullable Mask mask,
        int at) {
      if (node == null) {
        return base != null && walk(frame, base, at, mask == null || !mask.isHere());
      }
      boolean leaf =
          node.group() != null || at == operands.length || (mask != null && mask.isHere());
      if (leaf) {
        RegoValue value = Documents.whole(frame.context, node, base, mask);
        return value != null && walk(frame, value, at, false);
      }
      Operand operand = operands[at];
      if (operand.node() != null) {
        RegoValue key = operand.node().eval(frame);
        return key != null && below(frame, node, base, mask, key, at);
      }
      TreeSet<RegoValue> keys = new TreeSet<>(node.children().keySet());
      if (base instanceof RegoObject o) {
        o.keys().forEach(keys::add);
      }
      for (RegoValue key : keys) {
        frame.context.session.step();
        Pattern pattern = operand.pattern();
        if (pattern != null
            && pattern.match(frame, key)
            && below(frame, node, base, mask, key, at)) {
          return true;
        }
      }
      return false;
    }

    private boolean below(
        Frame frame,
        VirtualNode node,
        @Nullable RegoValue base,
        @Nullable Mask mask,
        RegoValue key,
        int at) {
      return walk(
          frame,
          node.children().get(key),
          Documents.child(base, key),
          Documents.child(mask, key),
          at + 1);
    }
  }
}
