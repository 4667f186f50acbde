package dev.bylaw.rego.builtin;

import dev.bylaw.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** The code of a built-in. Must be thread-safe and must not keep the array. */
@FunctionalInterface
public interface BuiltinFunction {
  /**
   * Computes the result, or null for undefined.
   *
   * @param args one value per declared parameter, already checked for their number, not for their
   *     types
   * @throws BuiltinException an error of the caller; the expression is undefined unless errors are
   *     strict
   */
  @Nullable RegoValue call(CallContext context, RegoValue[] args) throws BuiltinException;
}
