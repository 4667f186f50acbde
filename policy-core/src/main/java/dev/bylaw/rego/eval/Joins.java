package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Iterations that keep only the elements with a known value at a known place, such as {@code some x
 * in xs; x.id == y}: from the second run over the same collection on, a hash table finds them.
 */
final class Joins {
  /** Smaller collections are scanned. */
  private static final int WORTHWHILE = 8;

  private Joins() {}

  /** Replaces an iteration and the comparison behind it, where that is one of these. */
  static List<Step> found(List<Step> steps) {
    List<Step> out = new ArrayList<>(steps);
    for (int i = 0; i < out.size() - 1; i++) {
      if (out.get(i) instanceof References.IntoValue iteration && iteration.isPlain()) {
        int at = comparison(out, i, iteration);
        if (at > 0) {
          Calls.Compare equal = (Calls.Compare) ((Steps.Check) out.remove(at)).node;
          boolean left = isOfElement(equal.left, iteration);
          out.set(
              i,
              new Join(
                  iteration, left ? equal.left : equal.right, left ? equal.right : equal.left));
        }
      }
    }
    return out;
  }

  /**
   * The index of the first usable comparison; before it there may be conditions that cannot fail.
   */
  private static int comparison(List<Step> steps, int from, References.IntoValue iteration) {
    for (int i = from + 1; i < steps.size() && steps.get(i) instanceof Steps.Check check; i++) {
      if (check.node instanceof Calls.Compare c && c.operator == Calls.Compare.Operator.EQUAL) {
        if ((isOfElement(c.left, iteration) && isOutside(c.right, iteration))
            || (isOfElement(c.right, iteration) && isOutside(c.left, iteration))) {
          return i;
        }
      }
      if (!cannotFail(check.node)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isOfElement(Node node, References.IntoValue iteration) {
    return node instanceof Nodes.Slot s
        ? s.slot == iteration.out
        : node instanceof Nodes.Fields f && isOfElement(f.base, iteration);
  }

  /** Known before the iteration starts. */
  private static boolean isOutside(Node node, References.IntoValue iteration) {
    if (node instanceof Nodes.Slot s) {
      return s.slot != iteration.out && s.slot != iteration.index();
    }
    return node instanceof Nodes.Constant
        || node instanceof Nodes.Input
        || (node instanceof Nodes.Fields f && isOutside(f.base, iteration));
  }

  private static boolean cannotFail(Node node) {
    return node instanceof Nodes.Slot
        || node instanceof Nodes.Constant
        || node instanceof Nodes.Input
        || (node instanceof Nodes.Fields f && cannotFail(f.base))
        || (node instanceof Calls.Compare c && cannotFail(c.left) && cannotFail(c.right));
  }

  /** Iterates over the elements whose part equals a value that is known outside. */
  static final class Join extends Step {
    private final References.IntoValue iteration;
    private final Node part;
    private final Node known;

    Join(References.IntoValue iteration, Node part, Node known) {
      this.iteration = iteration;
      this.part = part;
      this.known = known;
    }

    @Override
    boolean run(Frame frame) {
      RegoValue all = iteration.base.eval(frame);
      RegoValue value = all == null ? null : known.eval(frame);
      if (all == null || value == null) {
        return false;
      }
      if (size(all) < WORTHWHILE) {
        return scan(frame, all, value);
      }
      Table table = frame.context.session.joins.computeIfAbsent(this, j -> new Table());
      if (table.of != all) {
        table.of = all;
        table.byPart = null;
        return scan(frame, all, value);
      }
      return lookUp(frame, table.byPart == null ? fill(table, frame, all) : table.byPart, value);
    }

    private boolean lookUp(Frame frame, Map<RegoValue, List<RegoValue>> byPart, RegoValue value) {
      List<RegoValue> hits = byPart.getOrDefault(value, List.of());
      for (int i = 0; i < hits.size(); i += 2) {
        frame.context.session.step();
        frame.slots[iteration.index()] = hits.get(i);
        frame.slots[iteration.out] = hits.get(i + 1);
        if (next.run(frame)) {
          return true;
        }
      }
      return false;
    }

    private Map<RegoValue, List<RegoValue>> fill(Table table, Frame frame, RegoValue all) {
      Map<RegoValue, List<RegoValue>> byPart = new HashMap<>();
      each(
          frame,
          all,
          () -> {
            RegoValue found = part.eval(frame);
            RegoValue key = frame.slots[iteration.index()];
            RegoValue element = frame.slots[iteration.out];
            if (found != null && key != null && element != null) {
              List<RegoValue> hits = byPart.computeIfAbsent(found, k -> new ArrayList<>(2));
              hits.add(key);
              hits.add(element);
            }
            return false;
          });
      table.byPart = byPart;
      return byPart;
    }

    private boolean scan(Frame frame, RegoValue all, RegoValue value) {
      return each(frame, all, () -> value.equals(part.eval(frame)) && next.run(frame));
    }

    /** With the slots of the iteration set to each element. */
    private boolean each(Frame frame, RegoValue all, Action action) {
      if (all instanceof RegoArray array) {
        for (int i = 0; i < array.size(); i++) {
          if (one(frame, RegoNumber.of(i), array.get(i), action)) {
            return true;
          }
        }
      } else if (all instanceof RegoObject object) {
        for (RegoValue key : object.keys()) {
          if (one(frame, key, object.get(key), action)) {
            return true;
          }
        }
      } else if (all instanceof RegoSet set) {
        for (RegoValue element : set) {
          if (one(frame, element, element, action)) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean one(Frame frame, RegoValue key, @Nullable RegoValue element, Action action) {
      frame.context.session.step();
      frame.slots[iteration.index()] = key;
      frame.slots[iteration.out] = element;
      return action.run();
    }

    private static int size(RegoValue all) {
      return all instanceof RegoArray a
          ? a.size()
          : all instanceof RegoObject o ? o.size() : all instanceof RegoSet s ? s.size() : 0;
    }
  }

  private interface Action {
    boolean run();
  }

  /** Of the collection that a join saw last: its keys and elements, in turns, by the part. */
  static final class Table {
    @Nullable RegoValue of;
    @Nullable Map<RegoValue, List<RegoValue>> byPart;
  }
}
