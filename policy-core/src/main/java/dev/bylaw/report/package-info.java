/** Decisions written for people and machines, one writer per format. */
@NullMarked
package dev.bylaw.report;

import org.jspecify.annotations.NullMarked;
