/**
 * The planned evaluator. A body becomes a chain of {@code Step}s over the slots of a {@code Frame};
 * terms become {@code Node}s (known) or {@code Pattern}s (binding). A {@code Context} holds the
 * documents and the results so far, a {@code Session} the budget of one query. Undefined is {@code
 * null} here. What is decided while planning, and why, is in docs/adr/0008; what a {@code Watch}
 * adds to observed programs, in docs/adr/0009.
 */
@NullMarked
package dev.bylaw.rego.eval;

import org.jspecify.annotations.NullMarked;
