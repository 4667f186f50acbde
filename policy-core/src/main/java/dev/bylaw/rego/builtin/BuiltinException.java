package dev.bylaw.rego.builtin;

import dev.bylaw.rego.value.RegoValue;

/**
 * An error of a call, in OPA's words, for example {@code concat: operand 1 must be string but got
 * number}.
 */
public final class BuiltinException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What the evaluator tells apart, with OPA's codes. */
  public enum Kind {
    TYPE("eval_type_error"),
    BUILTIN("eval_builtin_error"),
    /** The host has not granted what the call needs; ends the evaluation, strict or not. */
    NOT_GRANTED("eval_builtin_error"),
    CANCEL("eval_cancel_error");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  private final Kind kind;

  private BuiltinException(Kind kind, String message) {
    super(message, null, false, false); // no stack trace: it is a result, and a frequent one
    this.kind = kind;
  }

  /** The message does not name the built-in; the evaluator puts {@code name: } before it. */
  public static BuiltinException of(String message) {
    return new BuiltinException(Kind.BUILTIN, message);
  }

  /**
   * The host has not granted what the call needs. Undefined would be the wrong answer: a rule that
   * denies would let pass.
   */
  public static BuiltinException notGranted(String message) {
    return new BuiltinException(Kind.NOT_GRANTED, message);
  }

  /** A wrong operand whose message is made by the caller. */
  public static BuiltinException type(String message) {
    return new BuiltinException(Kind.TYPE, message);
  }

  /**
   * {@code operand N must be EXPECTED but got TYPE}.
   *
   * @param position 1-based
   * @param expected a type, or {@code one of {a, b}}
   */
  public static BuiltinException operand(int position, RegoValue found, String expected) {
    return new BuiltinException(
        Kind.TYPE, "operand " + position + " must be " + expected + " but got " + found.typeName());
  }

  public Kind kind() {
    return kind;
  }
}
