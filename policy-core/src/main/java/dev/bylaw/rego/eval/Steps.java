package dev.bylaw.rego.eval;

import dev.bylaw.rego.compiler.CompiledRule;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import java.util.Set;
import java.util.stream.Collectors;

/** The links of a body's chain that bind nothing outside of themselves or match one value. */
final class Steps {
  private Steps() {}

  /** Goes on if a term is defined and not false. */
  static final class Check extends Step {
    final Node node;

    Check(Node node) {
      this.node = node;
    }

    @Override
    boolean run(Frame frame) {
      return node.holds(frame) && next.run(frame);
    }
  }

  /** Goes on if a term is defined. */
  static final class Defined extends Step {
    private final Node node;

    Defined(Node node) {
      this.node = node;
    }

    @Override
    boolean run(Frame frame) {
      return node.eval(frame) != null && next.run(frame);
    }
  }

  /** Goes on if a value matches a pattern, whose variables it binds. */
  static final class Match extends Step {
    private final Pattern pattern;
    private final Node node;

    Match(Pattern pattern, Node node) {
      this.pattern = pattern;
      this.node = node;
    }

    @Override
    boolean run(Frame frame) {
      RegoValue value = node.eval(frame);
      return value != null && pattern.match(frame, value) && next.run(frame);
    }
  }

  /** Goes on if a function has an answer that matches a pattern; its other answers do not count. */
  static final class Seek extends Step {
    private final Pattern pattern;
    private final Calls.OfFunction call;

    Seek(Pattern pattern, Calls.OfFunction call) {
      this.pattern = pattern;
      this.call = call;
    }

    @Override
    boolean run(Frame frame) {
      RegoValue value = call.eval(frame, answer -> pattern.match(frame, answer));
      return value != null && pattern.match(frame, value) && next.run(frame);
    }
  }

  /** Keeps a value that is needed more than once, or that must be defined before what follows. */
  static final class Keep extends Step {
    private final int slot;
    private final Node node;

    Keep(int slot, Node node) {
      this.slot = slot;
      this.node = node;
    }

    @Override
    boolean run(Frame frame) {
      RegoValue value = node.eval(frame);
      if (value == null) {
        return false;
      }
      frame.slots[slot] = value;
      return next.run(frame);
    }
  }

  /** Runs the rest once per element of the array or set that a relation returns. */
  static final class Each extends Step {
    private final int slot;
    private final Node relation;

    Each(int slot, Node relation) {
      this.slot = slot;
      this.relation = relation;
    }

    @Override
    boolean run(Frame frame) {
      RegoValue all = relation.eval(frame);
      Iterable<RegoValue> answers =
          all instanceof RegoArray a ? a : all instanceof RegoSet s ? s : RegoArray.EMPTY;
      for (RegoValue answer : answers) {
        frame.context.session.step();
        frame.slots[slot] = answer;
        if (next.run(frame)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Ends the evaluation: variables of an expression have no value. */
  static final class Unready extends Step {
    private final Span place;
    private final Set<String> variables;

    Unready(Span place, Set<String> variables) {
      this.place = place;
      this.variables = variables;
    }

    @Override
    boolean run(Frame frame) {
      String names =
          variables.stream().map(CompiledRule::original).sorted().collect(Collectors.joining(", "));
      throw Halt.of("eval_internal_error", place, "expression needs values of " + names);
    }
  }

  /** The last link of a chain of which only the first answer matters. */
  static class Found extends Step {
    @Override
    boolean run(Frame frame) {
      return true;
    }
  }

  /** The same of a negation. */
  static class Refuted extends Found {}

  /** The last link of a negation of which all answers are looked for. */
  static final class RefutedOnce extends Refuted {
    private final int refuted;

    RefutedOnce(int refuted) {
      this.refuted = refuted;
    }

    @Override
    boolean run(Frame frame) {
      frame.aux[refuted] = true;
      return false;
    }
  }

  /** Negation of one term. */
  static final class Absent extends Step {
    private final Node node;

    Absent(Node node) {
      this.node = node;
    }

    @Override
    boolean run(Frame frame) {
      return !node.holds(frame) && next.run(frame);
    }
  }

  /** Negation. */
  static final class Not extends Step {
    private final Step body;

    Not(Step body) {
      this.body = body;
    }

    @Override
    boolean run(Frame frame) {
      return !body.run(frame) && next.run(frame);
    }
  }

  /** Negation of a body that is evaluated to its end. */
  static final class NotAtAll extends Step {
    private final Step body;
    private final int refuted;

    NotAtAll(Step body, int refuted) {
      this.body = body;
      this.refuted = refuted;
    }

    @Override
    boolean run(Frame frame) {
      frame.aux[refuted] = null;
      body.run(frame);
      return frame.aux[refuted] == null && next.run(frame);
    }
  }

  /** {@code and}, {@code or}. */
  static final class Logic extends Step {
    private final boolean and;
    private final Step left;
    private final Step right;

    Logic(boolean and, Step left, Step right) {
      this.and = and;
      this.left = left;
      this.right = right;
    }

    @Override
    boolean run(Frame frame) {
      boolean holds =
          and ? left.run(frame) && right.run(frame) : left.run(frame) || right.run(frame);
      return holds && next.run(frame);
    }
  }

  /** {@code every}. */
  static final class Every extends Step {
    private final Node domain;
    private final int keySlot;
    private final int valueSlot;
    private final Step body;

    Every(Node domain, int keySlot, int valueSlot, Step body) {
      this.domain = domain;
      this.keySlot = keySlot;
      this.valueSlot = valueSlot;
      this.body = body;
    }

    @Override
    boolean run(Frame frame) {
      return holds(frame) && next.run(frame);
    }

    boolean holds(Frame frame) {
      RegoValue all = domain.eval(frame);
      return all != null && holds(all, frame);
    }

    private boolean holds(RegoValue all, Frame frame) {
      if (all instanceof RegoArray array) {
        for (int i = 0; i < array.size(); i++) {
          if (!one(RegoNumber.of(i), array.get(i), frame)) {
            return false;
          }
        }
        return true;
      } else if (all instanceof RegoSet set) {
        for (RegoValue element : set) {
          if (!one(element, element, frame)) {
            return false;
          }
        }
        return true;
      } else if (all instanceof RegoObject object) {
        for (int i = 0; i < object.size(); i++) {
          if (!one(object.keyAt(i), object.valueAt(i), frame)) {
            return false;
          }
        }
        return true;
      }
      return false;
    }

    private boolean one(RegoValue key, RegoValue value, Frame frame) {
      frame.context.session.step();
      frame.slots[keySlot] = key;
      frame.slots[valueSlot] = value;
      return body.run(frame);
    }
  }
}
