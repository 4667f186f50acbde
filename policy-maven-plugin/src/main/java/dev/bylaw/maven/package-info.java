/** The goals of the Maven plugin: parameters in, library calls, reports out. */
@NullMarked
package dev.bylaw.maven;

import org.jspecify.annotations.NullMarked;
