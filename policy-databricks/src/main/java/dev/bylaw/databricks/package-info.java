/** The provisioning gate over the Databricks SDK for Java. */
@NullMarked
package dev.bylaw.databricks;

import org.jspecify.annotations.NullMarked;
