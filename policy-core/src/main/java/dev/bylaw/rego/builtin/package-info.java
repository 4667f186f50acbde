/**
 * What a built-in function is: a name, a signature, documentation and code in one place, and the
 * registry an engine holds. What touches clock, randomness, network or environment works only
 * through what the host granted in {@link dev.bylaw.rego.builtin.Host}.
 */
@NullMarked
package dev.bylaw.rego.builtin;

import org.jspecify.annotations.NullMarked;
