package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A binary floating-point number with a mantissa of 64 bits, rounded half to even. OPA computes
 * with these wherever a fraction is involved, which shows in its results: {@code 1/3} is {@code
 * 0.33333333333333333334}.
 */
record BinaryFloat(BigInteger mantissa, int exponent) {
  static final int PRECISION = 64;
  private static final int MAX_DECIMAL_EXPONENT = 5000;
  static final BinaryFloat ZERO = new BinaryFloat(BigInteger.ZERO, 0);
  static final BinaryFloat ONE = new BinaryFloat(BigInteger.ONE, 0);
  static final BinaryFloat HALF = new BinaryFloat(BigInteger.ONE, -1);

  static BinaryFloat of(RegoNumber number) throws BuiltinException {
    BigDecimal value = number.decimalValue();
    if (Math.abs((long) value.precision() - value.scale()) > MAX_DECIMAL_EXPONENT
        || value.scale() > 2 * MAX_DECIMAL_EXPONENT) {
      throw BuiltinException.of("number out of range");
    }
    if (value.scale() <= 0) {
      return round(value.toBigIntegerExact(), 0, PRECISION);
    }
    return quotient(
        new BinaryFloat(value.unscaledValue(), 0),
        new BinaryFloat(BigInteger.TEN.pow(value.scale()), 0));
  }

  static BinaryFloat of(BigInteger whole) {
    return round(whole, 0, PRECISION);
  }

  BinaryFloat plus(BinaryFloat other) {
    int low = Math.min(exponent, other.exponent);
    return round(
        mantissa.shiftLeft(exponent - low).add(other.mantissa.shiftLeft(other.exponent - low)),
        low,
        PRECISION);
  }

  BinaryFloat minus(BinaryFloat other) {
    return plus(new BinaryFloat(other.mantissa.negate(), other.exponent));
  }

  /**
   * @param precision of the result, in bits
   */
  BinaryFloat times(BinaryFloat other, int precision) {
    return round(mantissa.multiply(other.mantissa), exponent + other.exponent, precision);
  }

  /** Undefined for a divisor of zero. */
  BinaryFloat dividedBy(BinaryFloat other) {
    return quotient(this, other);
  }

  BinaryFloat abs() {
    return new BinaryFloat(mantissa.abs(), exponent);
  }

  int signum() {
    return mantissa.signum();
  }

  /** Towards zero. */
  BigInteger truncated() {
    BigInteger size = mantissa.abs();
    size = exponent >= 0 ? size.shiftLeft(exponent) : size.shiftRight(-exponent);
    return mantissa.signum() < 0 ? size.negate() : size;
  }

  boolean isInteger() {
    return mantissa.signum() == 0 || exponent >= 0 || mantissa.getLowestSetBit() >= -exponent;
  }

  private static BinaryFloat quotient(BinaryFloat a, BinaryFloat b) {
    int shift = Math.max(0, PRECISION + 2 - a.mantissa.bitLength() + b.mantissa.bitLength());
    BigInteger[] parts = a.mantissa.abs().shiftLeft(shift).divideAndRemainder(b.mantissa.abs());
    BigInteger m = parts[0].shiftLeft(1);
    if (parts[1].signum() != 0) {
      m = m.setBit(0); // only says that there is more
    }
    boolean negative = a.mantissa.signum() * b.mantissa.signum() < 0;
    return round(negative ? m.negate() : m, a.exponent - b.exponent - shift - 1, PRECISION);
  }

  private static BinaryFloat round(BigInteger mantissa, int exponent, int precision) {
    int excess = mantissa.abs().bitLength() - precision;
    if (excess <= 0) {
      return new BinaryFloat(mantissa, exponent);
    }
    BigInteger size = mantissa.abs();
    BigInteger kept = size.shiftRight(excess);
    boolean half = size.testBit(excess - 1);
    boolean more = size.getLowestSetBit() < excess - 1;
    if (half && (more || kept.testBit(0))) {
      kept = kept.add(BigInteger.ONE);
    }
    return new BinaryFloat(mantissa.signum() < 0 ? kept.negate() : kept, exponent + excess);
  }

  private static BigDecimal decimal(BigInteger mantissa, int exponent) {
    BigDecimal m = new BigDecimal(mantissa);
    return exponent >= 0
        ? m.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(exponent)))
        : m.multiply(
            new BigDecimal(BigInteger.valueOf(5).pow(-exponent), -exponent)); // 2^-n = 5^n 10^-n
  }

  /**
   * The shortest decimal that is nearer to this number than to the next one; to OPA the number
   * below is as far away as the one above, also where it is nearer.
   */
  private BigDecimal shortest(int precision) {
    int widen = precision - mantissa.abs().bitLength();
    BigInteger m = mantissa.abs().shiftLeft(widen + 1);
    int e = exponent - widen - 1;
    BigDecimal exact = decimal(m, e);
    BigDecimal upper = decimal(m.add(BigInteger.ONE), e);
    BigDecimal lower = decimal(m.subtract(BigInteger.ONE), e);
    boolean inclusive = !m.testBit(1);
    for (int digits = 1; ; digits++) {
      BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
      BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
      int a = down.compareTo(lower);
      int b = up.compareTo(upper);
      boolean downFits = a > 0 || (inclusive && a == 0);
      boolean upFits = b < 0 || (inclusive && b == 0);
      if (downFits && upFits) {
        return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      } else if (downFits || upFits) {
        return downFits ? down : up;
      }
    }
  }

  RegoNumber toNumber() {
    return toNumber(PRECISION);
  }

  /** As Go prints it: an exponent below 0.0001 and, unless it is whole, from a million on. */
  RegoNumber toNumber(int precision) {
    if (mantissa.signum() == 0) {
      return RegoNumber.ZERO;
    }
    BigDecimal value = shortest(precision).stripTrailingZeros();
    value = mantissa.signum() < 0 ? value.negate() : value;
    if (isInteger()) {
      return RegoNumber.of(value.toBigInteger());
    }
    int exp = value.precision() - value.scale() - 1;
    return RegoNumber.parse(exp < -4 || exp >= 6 ? scientific(value, exp) : value.toPlainString());
  }

  /** One digit, perhaps more after a point, and an exponent of at least two digits. */
  static String scientific(BigDecimal value, int exponent) {
    String digits = value.unscaledValue().abs().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return "%s%s%se%s%02d"
        .formatted(
            value.signum() < 0 ? "-" : "",
            digits.substring(0, 1),
            fraction,
            exponent < 0 ? "-" : "+",
            Math.abs(exponent));
  }
}
