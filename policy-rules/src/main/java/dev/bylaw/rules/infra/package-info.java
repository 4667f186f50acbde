/**
 * Configurations of Databricks clusters, SQL warehouses, jobs and pipelines: the bodies of the
 * calls that create them (<a href="https://docs.databricks.com/api/workspace/introduction">REST
 * API</a>), as files or as requests.
 */
@NullMarked
package dev.bylaw.rules.infra;

import org.jspecify.annotations.NullMarked;
