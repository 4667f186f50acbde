package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigDecimal;
import java.util.List;

/** What a schema says of numbers. */
final class JsonSchemaNumbers {
  private static final int MAX_EXPONENT = 1_000; // beyond it, remainders cost too much

  private JsonSchemaNumbers() {}

  static void validate(RegoObject rule, RegoNumber number, String field, JsonSchemaResult result) {
    if (rule.get("multipleOf") instanceof RegoNumber unit && !isMultiple(number, unit)) {
      result.add("multiple_of", field, "Must be a multiple of " + shown(unit));
    }
    RegoValue strictlyLess = rule.get("exclusiveMaximum");
    if (rule.get("maximum") instanceof RegoNumber most) {
      if (strictlyLess == RegoBoolean.TRUE) {
        less(number, most, field, result);
      } else if (number.compareTo(most) > 0) {
        result.add("number_lte", field, "Must be less than or equal to " + shown(most));
      }
    }
    if (strictlyLess instanceof RegoNumber bound) {
      less(number, bound, field, result);
    }
    RegoValue strictlyMore = rule.get("exclusiveMinimum");
    if (rule.get("minimum") instanceof RegoNumber least) {
      if (strictlyMore == RegoBoolean.TRUE) {
        more(number, least, field, result);
      } else if (number.compareTo(least) < 0) {
        result.add("number_gte", field, "Must be greater than or equal to " + shown(least));
      }
    }
    if (strictlyMore instanceof RegoNumber bound) {
      more(number, bound, field, result);
    }
  }

  private static void less(
      RegoNumber number, RegoNumber bound, String field, JsonSchemaResult result) {
    if (number.compareTo(bound) >= 0) {
      result.add("number_lt", field, "Must be less than " + shown(bound));
    }
  }

  private static void more(
      RegoNumber number, RegoNumber bound, String field, JsonSchemaResult result) {
    if (number.compareTo(bound) <= 0) {
      result.add("number_gt", field, "Must be greater than " + shown(bound));
    }
  }

  private static boolean isMultiple(RegoNumber number, RegoNumber unit) {
    BigDecimal amount = number.decimalValue();
    BigDecimal step = unit.decimalValue();
    if (Math.abs((long) amount.scale()) + Math.abs((long) step.scale()) > MAX_EXPONENT) {
      return Math.IEEEremainder(number.doubleValue(), unit.doubleValue()) == 0;
    }
    return amount.remainder(step).signum() == 0;
  }

  private static String shown(RegoNumber number) {
    return GoFormat.format("%v", List.of(number.doubleValue()));
  }
}
