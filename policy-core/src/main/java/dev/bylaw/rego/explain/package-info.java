/**
 * Why rules answered, and why they did not: the steps of an observed program, put together to one
 * {@link Attempt} for each definition that was tried.
 *
 * <p>The flat form of a rule ({@code compiler.FlatForm}) gives every part of an expression a
 * variable, so the values of all parts are at hand where a definition answers or ends, and a
 * variable that was set from {@code input} keeps the path that it came from. Cost: what an observed
 * evaluation costs, and a copy of the variables for each definition that answered.
 */
@NullMarked
package dev.bylaw.rego.explain;

import org.jspecify.annotations.NullMarked;
