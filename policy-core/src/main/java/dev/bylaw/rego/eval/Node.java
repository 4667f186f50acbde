package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** A planned term all of whose variables are bound: it has at most one value. */
abstract class Node {
  /** Null for undefined. */
  abstract @Nullable RegoValue eval(Frame frame);

  /** Whether the value is defined and not false. */
  boolean holds(Frame frame) {
    RegoValue value = eval(frame);
    return value != null && value.isTruthy();
  }
}
