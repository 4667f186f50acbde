/**
 * Rego values: immutable, totally ordered, hashed. <em>Undefined</em> is not a value; evaluation
 * represents it as the absence of one ({@code null} inside {@code rego.eval}, an empty {@code
 * Optional} in the API).
 */
@NullMarked
package dev.bylaw.rego.value;

import org.jspecify.annotations.NullMarked;
