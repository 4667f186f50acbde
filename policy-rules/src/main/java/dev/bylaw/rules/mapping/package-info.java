/**
 * How a document of one form becomes one of another, as data: each field of the new document names
 * the paths of the old one that it comes from. Values keep their places.
 */
@NullMarked
package dev.bylaw.rules.mapping;

import org.jspecify.annotations.NullMarked;
