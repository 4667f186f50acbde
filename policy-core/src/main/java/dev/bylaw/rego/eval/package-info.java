/**
 * The planned evaluator: bodies become chains of steps over slots of a frame. Undefined is {@code
 * null} here.
 */
@NullMarked
package dev.bylaw.rego.eval;

import org.jspecify.annotations.NullMarked;
