/** Checks in Java: what is parsing rather than a rule. */
@NullMarked
package dev.bylaw.rules.check;

import org.jspecify.annotations.NullMarked;
