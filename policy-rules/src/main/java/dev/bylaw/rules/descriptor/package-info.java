/**
 * The standards for descriptors of products and contracts: what tells their documents, and the
 * mapping of each into the one model that policies see.
 */
@NullMarked
package dev.bylaw.rules.descriptor;

import org.jspecify.annotations.NullMarked;
