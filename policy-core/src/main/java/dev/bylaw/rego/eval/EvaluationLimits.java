package dev.bylaw.rego.eval;

import java.time.Duration;

/**
 * What one evaluation may cost before it ends with {@code eval_cancel_error}. All inclusive. The
 * thread that evaluates can also be interrupted.
 *
 * @param steps elements looked at and functions called; the same program and input always need the
 *     same number, except for rules that are evaluated once per program, which have a budget of
 *     their own
 * @param time on the wall; looked at every few hundred steps, so a single call of a built-in is not
 *     cut short
 * @param depth of rules and functions that need each other
 * @param values collected by comprehensions and partial rules
 */
public record EvaluationLimits(long steps, Duration time, int depth, long values) {
  /** 50,000,000 steps, 30 seconds, 1,000 rules, 5,000,000 values. */
  public static final EvaluationLimits DEFAULT =
      new EvaluationLimits(50_000_000, Duration.ofSeconds(30), 1_000, 5_000_000);

  public EvaluationLimits {
    if (steps < 1 || time.isNegative() || time.isZero() || depth < 1 || values < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  public EvaluationLimits withSteps(long limit) {
    return new EvaluationLimits(limit, time, depth, values);
  }

  public EvaluationLimits withTime(Duration limit) {
    return new EvaluationLimits(steps, limit, depth, values);
  }

  public EvaluationLimits withDepth(int limit) {
    return new EvaluationLimits(steps, time, limit, values);
  }

  public EvaluationLimits withValues(long limit) {
    return new EvaluationLimits(steps, time, depth, limit);
  }
}
