/**
 * The face of the Rego engine: compile modules and data to a program, prepare queries, evaluate.
 */
@NullMarked
package dev.bylaw.rego;

import org.jspecify.annotations.NullMarked;
