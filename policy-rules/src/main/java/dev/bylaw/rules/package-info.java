/** Subject readers for descriptors, SQL and infrastructure files, and the checks built on them. */
@NullMarked
package dev.bylaw.rules;

import org.jspecify.annotations.NullMarked;
