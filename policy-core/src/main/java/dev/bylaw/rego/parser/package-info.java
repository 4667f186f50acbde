/**
 * Reads Rego text into {@link dev.bylaw.rego.ast.Module}s. The only package of the engine that
 * knows ANTLR.
 */
@NullMarked
package dev.bylaw.rego.parser;

import org.jspecify.annotations.NullMarked;
