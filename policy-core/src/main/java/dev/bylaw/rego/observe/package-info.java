/**
 * What can be seen of an evaluation: lines that rules print, the steps of a trace, and what is made
 * of them: text, coverage, profile.
 */
@NullMarked
package dev.bylaw.rego.observe;

import org.jspecify.annotations.NullMarked;
