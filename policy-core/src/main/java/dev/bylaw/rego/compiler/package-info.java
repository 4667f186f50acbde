/** One class per pass over the modules of a program; each pass reports all it finds. */
@NullMarked
package dev.bylaw.rego.compiler;

import org.jspecify.annotations.NullMarked;
