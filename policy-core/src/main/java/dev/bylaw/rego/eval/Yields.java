package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The last links of rules' and queries' chains: they take the answer. */
final class Yields {
  private Yields() {}

  /** Of a complete rule or function: all answers must agree. */
  static final class One extends Step {
    private final Node value;
    private final RuleGroup group;
    private final boolean failing;
    private final Span span;

    /**
     * @param failing whether the body may fail behind its first answer
     */
    One(Node value, RuleGroup group, boolean failing, Span span) {
      this.value = value;
      this.group = group;
      this.failing = failing;
      this.span = span;
    }

    @Nullable RegoValue constant() {
      return value instanceof Nodes.Constant c ? c.value : null;
    }

    @Override
    boolean run(Frame frame) {
      RegoValue v = value.eval(frame);
      if (v == null) {
        return false;
      }
      if (frame.result == null) {
        frame.result = v; // the first of 1 and 1.0 is what is written
      } else if (!frame.result.equals(v)) {
        another(frame.result, v);
      }
      return value instanceof Nodes.Constant && (!failing || group.isOneValue());
    }

    private void another(Object result, RegoValue v) {
      if (!(result instanceof Sought sought && sought.takes(v))) {
        throw Halt.of("eval_conflict_error", span, group.conflict());
      }
    }
  }

  /** Collects the answers that the caller of a function looks for, and passes over the others. */
  static final class Sought {
    private final Predicate<RegoValue> wanted;
    @Nullable RegoValue found;

    Sought(Predicate<RegoValue> wanted) {
      this.wanted = wanted;
    }

    /** False where it is another one than was found before. */
    boolean takes(RegoValue v) {
      if (wanted.test(v)) {
        found = found == null ? v : found;
        return found.equals(v);
      }
      return true;
    }
  }

  /** Of a set. */
  static final class Element extends Step {
    private final Node element;

    Element(Node element) {
      this.element = element;
    }

    @Override
    boolean run(Frame frame) {
      RegoValue v = element.eval(frame);
      if (v != null && frame.result instanceof RegoSet.Builder set) {
        frame.context.session.keep();
        set.add(v);
      }
      return false;
    }
  }

  /** Of a set that is asked for one element: the first answer is enough, unless others may fail. */
  static final class Exists extends Step {
    private final boolean failing;

    /**
     * @param failing whether the definition may fail, behind its first answer, too
     */
    Exists(boolean failing) {
      this.failing = failing;
    }

    boolean isFailing() {
      return failing;
    }

    @Override
    boolean run(Frame frame) {
      frame.result = true;
      return !failing;
    }
  }

  /** Of an object, at a path; a set's element there if {@code element}. */
  static final class At extends Step {
    private final Node[] path;
    private final Node value;
    private final boolean element;
    private final Span span;

    At(Node[] path, Node value, boolean element, Span span) {
      this.path = path;
      this.value = value;
      this.element = element;
      this.span = span;
    }

    @Override
    boolean run(Frame frame) {
      RegoValue[] keys = Calls.values(path, frame);
      RegoValue v = keys == null ? null : value.eval(frame);
      if (keys != null && v != null && frame.result instanceof NestedObject object) {
        frame.context.session.keep();
        if (element) {
          object.add(keys, v, span);
        } else {
          object.put(keys, v, span);
        }
      }
      return false;
    }
  }

  /** Of a set whose derivations are wanted. */
  static final class Derived extends Step {
    private final Node element;
    private final Node[][] reads;

    Derived(Node element, Node[][] reads) {
      this.element = element;
      this.reads = reads;
    }

    @Override
    boolean run(Frame frame) {
      RegoValue v = element.eval(frame);
      if (v != null && frame.result instanceof Sink sink) {
        List<List<RegoValue>> paths = new ArrayList<>();
        for (Node[] read : reads) {
          paths.add(path(read, frame));
        }
        sink.take(v, paths);
      }
      return false;
    }

    /** As far as its operands have a value; an array is a path, as documents have no such keys. */
    private static List<RegoValue> path(Node[] read, Frame frame) {
      List<RegoValue> path = new ArrayList<>(read.length);
      for (Node node : read) {
        RegoValue key = node.eval(frame);
        if (key == null) {
          break;
        } else if (key instanceof RegoArray keys) {
          path.addAll(keys.toList());
        } else {
          path.add(key);
        }
      }
      return path;
    }
  }

  /** Takes derivations. */
  interface Sink {
    void take(RegoValue element, List<List<RegoValue>> reads);
  }

  /** Of a query: the bindings of its variables. */
  static final class Bindings extends Step {
    private final String[] names;
    private final Node[] values;

    Bindings(String[] names, Node[] values) {
      this.names = names;
      this.values = values;
    }

    @Override
    boolean run(Frame frame) {
      RegoObject.Builder out = RegoObject.builder(names.length);
      for (int i = 0; i < names.length; i++) {
        @Nullable RegoValue v = values[i].eval(frame);
        if (v != null) {
          out.put(RegoString.of(names[i]), v);
        }
      }
      if (frame.result instanceof List<?>) {
        @SuppressWarnings("unchecked") // made by the program that runs the query
        List<RegoObject> answers = (List<RegoObject>) frame.result;
        answers.add(out.build());
      }
      return false;
    }
  }
}
