/** Whether a text has a match of a regular expression, by an automaton. */
@NullMarked
package dev.bylaw.rego.builtin.std.regex;

import org.jspecify.annotations.NullMarked;
