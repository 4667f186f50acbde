package dev.bylaw.rules.sql.databricks;

import java.time.Duration;

/**
 * What a script may cost before it, or a statement of it, is refused. All inclusive.
 *
 * @param maxLength of the script, in UTF-16 units
 * @param maxNesting of brackets, types, CASE and blocks within a statement
 * @param statementTime for one statement
 * @param scriptTime for all of them
 */
public record SqlLimits(
    int maxLength, int maxNesting, Duration statementTime, Duration scriptTime) {
  /** 20 Mi characters, 400 levels, 3 seconds, 60 seconds. */
  public static final SqlLimits DEFAULT =
      new SqlLimits(20 * 1024 * 1024, 400, Duration.ofSeconds(3), Duration.ofSeconds(60));

  public SqlLimits {
    if (maxLength < 1 || maxNesting < 1 || statementTime.isNegative() || scriptTime.isNegative()) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
