package dev.bylaw.rego.eval;

import dev.bylaw.rego.observe.TraceEvent.Op;
import dev.bylaw.rego.observe.TracePoint;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** The links that tell the {@link Trail} what happens; they change nothing. */
final class Watched {
  private Watched() {}

  /** Before the first definition of a rule, which may be the default. */
  static final class Index extends Step {
    private final RuleGroup group;
    private final TracePoint definition;
    private final boolean isDefault;

    Index(RuleGroup group, TracePoint definition, boolean isDefault) {
      this.group = group;
      this.definition = definition;
      this.isDefault = isDefault;
    }

    @Override
    boolean run(Frame frame) {
      int found = group.definitions();
      if (isDefault && found > 0) {
        return next.run(frame);
      }
      boolean early = found == 0 || group.isOneValue() || group.isPartial();
      String message =
          "(matched " + found + (found == 1 ? " rule" : " rules") + (early ? ", early exit)" : ")");
      Trail.of(frame).index(group.path(), definition, message, frame);
      return next.run(frame);
    }
  }

  /** Before the first expression of a body. */
  static final class Enter extends Step {
    private final TracePoint body;
    private final Bindings bindings;

    Enter(TracePoint body, Bindings bindings) {
      this.body = body;
      this.bindings = bindings;
    }

    @Override
    boolean run(Frame frame) {
      Trail trail = Trail.of(frame);
      Trail.Scope outer = trail.enter(body, bindings, frame);
      try {
        return next.run(frame);
      } finally {
        trail.back(outer);
      }
    }
  }

  /** Between the last expression of a body and the link that takes the answer. */
  static class Exit extends Step {
    private final TracePoint body;
    private final Bindings bindings;
    private final boolean early;

    /**
     * @param early whether the first answer is the only one
     */
    Exit(TracePoint body, Bindings bindings, boolean early, Step last) {
      this.body = body;
      this.bindings = bindings;
      this.early = early;
      this.next = last;
    }

    boolean isEarly() {
      return early;
    }

    @Override
    boolean run(Frame frame) {
      Trail trail = Trail.of(frame);
      trail.tell(Op.EXIT, body, isEarly() ? "early" : "", bindings, frame);
      boolean stop = next.run(frame);
      trail.tell(Op.REDO, body, "", bindings, frame);
      return stop;
    }
  }

  /** The same of a definition. */
  static final class ExitRule extends Exit {
    private final RuleGroup group;

    ExitRule(TracePoint rule, Bindings bindings, boolean isDefault, RuleGroup group, Step last) {
      super(rule, bindings, isDefault, last);
      this.group = group;
    }

    @Override
    boolean isEarly() {
      return super.isEarly() || group.isOneValue();
    }
  }

  /** Before an expression. */
  static final class Eval extends Step {
    private final TracePoint expression;
    private final Bindings bindings;
    private final int answered;

    /**
     * @param answered where {@link Answer} says that there was one
     */
    Eval(TracePoint expression, Bindings bindings, int answered) {
      this.expression = expression;
      this.bindings = bindings;
      this.answered = answered;
    }

    @Override
    boolean run(Frame frame) {
      Trail trail = Trail.of(frame);
      trail.eval(expression, bindings, frame);
      frame.aux[answered] = null;
      boolean stop = next.run(frame);
      if (frame.aux[answered] == null) {
        trail.tell(Op.FAIL, expression, "", bindings, frame);
      }
      return stop;
    }
  }

  /** Behind an expression. */
  static final class Answer extends Step {
    private final TracePoint expression;
    private final Bindings bindings;
    private final int answered;
    private final boolean again;

    /**
     * @param again whether a further answer is looked for
     */
    Answer(TracePoint expression, Bindings bindings, int answered, boolean again) {
      this.expression = expression;
      this.bindings = bindings;
      this.answered = answered;
      this.again = again;
    }

    @Override
    boolean run(Frame frame) {
      frame.aux[answered] = true;
      boolean stop = next.run(frame);
      if (again) {
        Trail.of(frame).tell(Op.REDO, expression, "", bindings, frame);
      }
      return stop;
    }
  }

  /** A call of {@code trace}. */
  static final class Note extends Step {
    private final TracePoint expression;
    private final Node message;

    Note(TracePoint expression, Node message) {
      this.expression = expression;
      this.message = message;
    }

    @Override
    boolean run(Frame frame) {
      if (message.eval(frame) instanceof RegoString text) {
        Trail.of(frame).tell(Op.NOTE, expression, text.value(), Bindings.NONE, frame);
      }
      return next.run(frame);
    }
  }

  /** What the host asks for. */
  static final class Asked extends Node {
    private final TracePoint query;
    private final TracePoint expression;
    private final Node node;

    Asked(TracePoint query, TracePoint expression, Node node) {
      this.query = query;
      this.expression = expression;
      this.node = node;
    }

    @Override
    @Nullable RegoValue eval(Frame frame) {
      Trail trail = Trail.of(frame);
      Trail.Scope outer = trail.enter(query, Bindings.NONE, frame);
      trail.eval(expression, Bindings.NONE, frame);
      RegoValue value = node.eval(frame);
      if (value == null) {
        trail.tell(Op.FAIL, expression, "", Bindings.NONE, frame);
      } else {
        trail.tell(Op.EXIT, query, "", Bindings.NONE, frame);
        trail.tell(Op.REDO, query, "", Bindings.NONE, frame);
        trail.tell(Op.REDO, expression, "", Bindings.NONE, frame);
      }
      trail.back(outer);
      return value;
    }
  }
}
