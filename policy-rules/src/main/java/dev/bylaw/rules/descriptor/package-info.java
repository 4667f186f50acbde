/**
 * Descriptors of data products and data contracts by the standards of Bitol: ODPS 1.x (<a
 * href="https://bitol-io.github.io/open-data-product-standard/">Open Data Product Standard</a>) and
 * ODCS 3.x (<a href="https://bitol-io.github.io/open-data-contract-standard/">Open Data Contract
 * Standard</a>).
 */
@NullMarked
package dev.bylaw.rules.descriptor;

import org.jspecify.annotations.NullMarked;
