package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a definition demands of one place. Of several demands one is enough. */
final class Demand {
  private final Term place;
  private final boolean argument;
  private final List<Wanted> wanted = new ArrayList<>();
  private int times;
  private boolean behind;

  /**
   * @param argument whether the place is an argument of a function
   */
  Demand(Term place, boolean argument) {
    this.place = place;
    this.argument = argument;
  }

  /** What the place is to be. */
  sealed interface Wanted {
    /** In the order in which an index has them. */
    int rank();
  }

  /**
   * Defined.
   *
   * @param variable the one that has its value; null for none
   */
  record Anything(@Nullable String variable) implements Wanted {
    @Override
    public int rank() {
      return 1;
    }
  }

  /** An array with so many elements. */
  record Elements(List<Element> elements) implements Wanted {
    @Override
    public int rank() {
      return 2;
    }

    boolean fit(RegoValue value) {
      if (!(value instanceof RegoArray array) || array.size() != elements.size()) {
        return false;
      }
      for (int i = 0; i < elements.size(); i++) {
        RegoValue element = elements.get(i).value();
        if (element != null && !element.equals(array.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * One of an array.
   *
   * @param value null for a variable
   */
  record Element(String variable, @Nullable RegoValue value) {}

  /** A value, or a collection in which it is. */
  record Value(RegoValue value) implements Wanted {
    @Override
    public int rank() {
      return 3;
    }
  }

  /**
   * Defined, where one of the values that are listed is a set or an object, which no index looks
   * at.
   *
   * @param listed as a text
   */
  record Other(String listed) implements Wanted {
    @Override
    public int rank() {
      return 1;
    }
  }

  Term place() {
    return place;
  }

  boolean isOfArgument() {
    return argument;
  }

  /** How often something is demanded. */
  int times() {
    return times;
  }

  /** Whether something is demanded where evaluation may have failed before. */
  boolean isBehind() {
    return behind;
  }

  /** By the branch of the index that leads to the definition. */
  int rank() {
    return isOpen() ? 1 : wanted.stream().mapToInt(Wanted::rank).max().orElse(0);
  }

  /** Whether there are several values that the place may have. */
  boolean isChoice() {
    return wanted.size() > 1 && !isOpen();
  }

  private boolean isOpen() {
    return wanted.stream().anyMatch(Anything.class::isInstance);
  }

  /** Whether the place has the value of a variable, as far as the index knows. */
  boolean isOf(String variable) {
    return wanted.contains(new Anything(variable));
  }

  /** A value takes the place of anything that was wanted before. */
  void add(Wanted more, boolean behind) {
    times++;
    this.behind |= behind;
    int open = 0;
    while (open < wanted.size() && !(wanted.get(open) instanceof Anything)) {
      open++;
    }
    if (wanted.contains(more)) {
      return;
    } else if (more instanceof Anything || open == wanted.size()) {
      wanted.add(more);
    } else {
      wanted.set(open, more);
    }
  }

  /** Goes on where the place is what is wanted. */
  Step step(Node node) {
    if (isOpen() || wanted.stream().anyMatch(Other.class::isInstance)) {
      return new Steps.Defined(node);
    }
    Set<RegoValue> values = new HashSet<>();
    List<Elements> arrays = new ArrayList<>();
    for (Wanted w : wanted) {
      if (w instanceof Value v) {
        values.add(v.value());
      } else if (w instanceof Elements e) {
        arrays.add(e);
      }
    }
    return new Met(node, values, arrays);
  }

  private static final class Met extends Step {
    private final Node place;
    private final Set<RegoValue> values;
    private final List<Elements> arrays;

    Met(Node place, Set<RegoValue> values, List<Elements> arrays) {
      this.place = place;
      this.values = values;
      this.arrays = arrays;
    }

    @Override
    boolean run(Frame frame) {
      RegoValue value = place.eval(frame);
      return value != null && (isWanted(value) || isIn(value)) && next.run(frame);
    }

    private boolean isWanted(RegoValue value) {
      return values.contains(value) || arrays.stream().anyMatch(a -> a.fit(value));
    }

    private boolean isIn(RegoValue collection) {
      if (values.isEmpty()) {
        return false;
      } else if (collection instanceof RegoArray array) {
        return isAmong(array);
      } else if (collection instanceof RegoSet set) {
        return isAmong(set);
      } else if (collection instanceof RegoObject object) {
        for (int i = 0; i < object.size(); i++) {
          if (values.contains(object.valueAt(i))) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean isAmong(Iterable<RegoValue> elements) {
      for (RegoValue element : elements) {
        if (values.contains(element)) {
          return true;
        }
      }
      return false;
    }
  }
}
