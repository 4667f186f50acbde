/**
 * Source text and places in it, and the one kind of message that every reader, parser and compiler
 * pass reports. Lines and columns are 1-based; columns count UTF-16 units. This package imports no
 * other package of the project.
 */
@NullMarked
package dev.bylaw.source;

import org.jspecify.annotations.NullMarked;
