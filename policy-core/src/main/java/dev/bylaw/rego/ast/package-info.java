/**
 * The syntax tree of Rego: immutable records, each with the span it was read from. The same types
 * carry a module before and after the compiler's passes. No behaviour beyond children.
 *
 * <p>Spans take part in record equality; compare trees by their printed text.
 */
@NullMarked
package dev.bylaw.rego.ast;

import org.jspecify.annotations.NullMarked;
