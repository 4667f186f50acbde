/**
 * Definitions of <a
 * href="https://docs.databricks.com/admin/clusters/policy-definition.html">cluster policies</a>:
 * what is wrong with one, and whether a cluster satisfies it.
 */
@NullMarked
package dev.bylaw.rules.clusterpolicy;

import org.jspecify.annotations.NullMarked;
