/**
 * Lays out Rego as {@code opa fmt} does. What is written, and where a line ends, depends on the
 * tree and on the lines that its parts start on; comments are kept.
 */
@NullMarked
package dev.bylaw.rego.format;

import org.jspecify.annotations.NullMarked;
