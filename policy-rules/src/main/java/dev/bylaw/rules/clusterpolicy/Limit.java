package dev.bylaw.rules.clusterpolicy;

import com.google.re2j.Pattern;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a rule lets an attribute be. */
public sealed interface Limit {
  /** Only this value; it is filled in where it is missing. */
  record Fixed(RegoValue value) implements Limit {}

  /** Absent. */
  record Forbidden() implements Limit {}

  /** One of these values. */
  record OneOf(List<RegoValue> values) implements Limit {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /** Any value but these. */
  record NoneOf(List<RegoValue> values) implements Limit {
    public NoneOf {
      values = List.copyOf(values);
    }
  }

  /**
   * A text that matches from its beginning to its end.
   *
   * @param pattern empty where the expression needs more than linear time, such as look-ahead
   */
  record Matches(String expression, Optional<Pattern> pattern) implements Limit {}

  /** A number; both bounds are inclusive. */
  record Between(Optional<BigDecimal> min, Optional<BigDecimal> max) implements Limit {}

  /** Any value. */
  record Unlimited() implements Limit {}
}
