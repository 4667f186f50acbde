/**
 * Finds in Rego what is allowed and yet most likely wrong, or hard to read. {@code docs/lint.md}
 * has a section for each rule.
 */
@NullMarked
package dev.bylaw.rego.lint;

import org.jspecify.annotations.NullMarked;
