/**
 * What is known of values before evaluation: OPA's static types, how they are written, which of
 * them have values in common, and how JSON Schema is read as a type.
 */
@NullMarked
package dev.bylaw.rego.types;

import org.jspecify.annotations.NullMarked;
