package dev.bylaw.rego.value;

import java.math.BigDecimal;

/** Writes a decimal number as JSON text, in plain digits unless they would be very many. */
final class NumberText {
  private static final int PLAIN_DIGITS = 400;

  private NumberText() {}

  static String of(BigDecimal value) {
    long digits = (long) value.precision() + Math.abs((long) value.scale());
    return digits <= PLAIN_DIGITS
        ? value.toPlainString()
        : value.toString().replace("E+", "e+").replace('E', 'e');
  }
}
