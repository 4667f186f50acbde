package dev.bylaw.rego.observe;

import dev.bylaw.rego.value.RegoValue;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One step of an evaluation.
 *
 * @param query the number of the body that is being evaluated, from 1 within one evaluation; each
 *     time a body is entered it gets a new one
 * @param parent the number of the body that needed it; 0 for the evaluation itself
 * @param depth how many bodies are open, from 1
 * @param message of {@code NOTE} the text, of {@code INDEX} the definitions found, of {@code EXIT}
 *     {@code early} where no other answer is looked for; otherwise empty
 * @param bindings the written variables that have a value, by name in order; to be asked for only
 *     while the listener is called, because it looks into the running evaluation
 * @param variables all variables that have a value, by their names in {@link TracePoint#syntax};
 *     likewise to be asked for at once
 */
public record TraceEvent(
    Op op,
    TracePoint point,
    long query,
    long parent,
    int depth,
    String message,
    Supplier<Map<String, RegoValue>> bindings,
    Supplier<Map<String, RegoValue>> variables) {
  /** What happens. */
  public enum Op {
    /** A body or the body of a rule begins. */
    ENTER("Enter"),
    /** The definitions of a rule are tried. */
    INDEX("Index"),
    /**
     * An expression is evaluated, for the first time since what stands before it has its values.
     */
    EVAL("Eval"),
    /** An expression has no answer. */
    FAIL("Fail"),
    /** {@code trace} was called. */
    NOTE("Note"),
    /** A body has an answer. */
    EXIT("Exit"),
    /** Another answer is looked for. */
    REDO("Redo");

    private final String text;

    Op(String text) {
      this.text = text;
    }

    /** OPA's word. */
    public String text() {
      return text;
    }
  }

  /** The same with the bindings of now, to be kept. */
  public TraceEvent kept() {
    Map<String, RegoValue> now = bindings.get();
    Map<String, RegoValue> all = variables.get();
    return new TraceEvent(op, point, query, parent, depth, message, () -> now, () -> all);
  }

  /** Whether this is about a body or rule as a whole. */
  boolean isOfBody() {
    return op == Op.ENTER
        || ((op == Op.REDO || op == Op.EXIT) && point.kind() != TracePoint.Kind.EXPRESSION);
  }
}
