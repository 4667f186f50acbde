package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;

/** Comprehensions: a chain of their own whose last link collects. */
final class Closures {
  private Closures() {}

  static final class OfArray extends Node {
    private final Step body;
    private final int aux;

    OfArray(Step body, int aux) {
      this.body = body;
      this.aux = aux;
    }

    @Override
    RegoValue eval(Frame frame) {
      List<RegoValue> out = new ArrayList<>();
      Object outer = frame.aux[aux];
      frame.aux[aux] = out;
      body.run(frame);
      frame.aux[aux] = outer;
      return RegoArray.of(out);
    }
  }

  static final class OfSet extends Node {
    private final Step body;
    private final int aux;

    OfSet(Step body, int aux) {
      this.body = body;
      this.aux = aux;
    }

    @Override
    RegoValue eval(Frame frame) {
      RegoSet.Builder out = RegoSet.builder();
      Object outer = frame.aux[aux];
      frame.aux[aux] = out;
      body.run(frame);
      frame.aux[aux] = outer;
      return out.build();
    }
  }

  static final class OfObject extends Node {
    private final Step body;
    private final int aux;

    OfObject(Step body, int aux) {
      this.body = body;
      this.aux = aux;
    }

    @Override
    RegoValue eval(Frame frame) {
      RegoObject.Builder out = RegoObject.builder();
      Object outer = frame.aux[aux];
      frame.aux[aux] = out;
      body.run(frame);
      frame.aux[aux] = outer;
      return out.build();
    }
  }

  /** The last link of a comprehension's chain. */
  static final class Collect extends Step {
    private final int aux;
    private final Node key;
    private final Node value;

    /**
     * @param key the same node as the value for arrays and sets
     */
    Collect(int aux, Node key, Node value) {
      this.aux = aux;
      this.key = key;
      this.value = value;
    }

    @Override
    boolean run(Frame frame) {
      RegoValue v = value.eval(frame);
      if (v == null) {
        return false;
      }
      frame.context.session.keep();
      Object out = frame.aux[aux];
      if (out instanceof List<?>) {
        @SuppressWarnings("unchecked") // made by OfArray above
        List<RegoValue> list = (List<RegoValue>) out;
        list.add(v);
      } else if (out instanceof RegoSet.Builder set) {
        set.add(v);
      } else if (out instanceof RegoObject.Builder object) {
        RegoValue k = key.eval(frame);
        if (k != null) {
          RegoValue before = object.get(k);
          if (before != null && !before.equals(v)) {
            throw Halt.of("eval_conflict_error", null, "object keys must be unique");
          }
          object.put(k, v);
        }
      }
      return false;
    }
  }
}
