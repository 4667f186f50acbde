/**
 * Tests of policies as tests of the JUnit Platform. Needs {@code junit-platform-engine}, which is
 * an optional dependency.
 */
@NullMarked
package dev.bylaw.junit;

import org.jspecify.annotations.NullMarked;
