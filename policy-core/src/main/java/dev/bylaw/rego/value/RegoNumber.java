package dev.bylaw.rego.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact decimal number of any size. Whole numbers that fit a {@code long} are kept as one. The
 * text as it was written is kept for output, because OPA prints {@code 1.0} as {@code 1.0}; it has
 * no part in equality.
 */
public final class RegoNumber implements RegoValue {
  private static final int CACHE_LOW = -128;
  private static final int CACHE_HIGH = 1024;
  private static final RegoNumber[] CACHE = new RegoNumber[CACHE_HIGH - CACHE_LOW + 1];

  static {
    for (int i = 0; i < CACHE.length; i++) {
      CACHE[i] = new RegoNumber(i + CACHE_LOW, null, null);
    }
  }

  public static final RegoNumber ZERO = of(0);
  public static final RegoNumber ONE = of(1);

  private final long whole;
  private final @Nullable BigDecimal decimal; // null: the amount is `whole`
  private final @Nullable String text;

  private RegoNumber(long whole, @Nullable BigDecimal decimal, @Nullable String text) {
    this.whole = whole;
    this.decimal = decimal;
    this.text = text;
  }

  public static RegoNumber of(long value) {
    return value >= CACHE_LOW && value <= CACHE_HIGH
        ? CACHE[(int) value - CACHE_LOW]
        : new RegoNumber(value, null, null);
  }

  public static RegoNumber of(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? of(value.longValue())
        : normalise(new BigDecimal(value), null);
  }

  public static RegoNumber of(BigDecimal value) {
    return normalise(value, null);
  }

  /**
   * Reads a JSON number and keeps its text.
   *
   * @throws NumberFormatException when the text is not a number, or its exponent is beyond what
   *     {@link BigDecimal} holds
   */
  public static RegoNumber parse(String text) {
    int length = text.length();
    if (length < 19) {
      boolean digits = length > 0;
      for (int i = text.charAt(0) == '-' ? 1 : 0; i < length && digits; i++) {
        digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
      }
      if (digits && !text.equals("-") && !text.equals("-0")) {
        return of(Long.parseLong(text));
      }
    }
    return normalise(new BigDecimal(text), text);
  }

  private static RegoNumber normalise(BigDecimal value, @Nullable String text) {
    // a small scale after stripping means a whole number; guard against 1e999999999 blowing up
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    if (plain.scale() <= 0 && plain.precision() - (long) plain.scale() <= 19) {
      BigInteger integer = plain.toBigInteger();
      if (integer.bitLength() < Long.SIZE) {
        long whole = integer.longValue();
        boolean canonical = text == null || text.equals(Long.toString(whole));
        return canonical ? of(whole) : new RegoNumber(whole, null, text);
      }
    }
    return new RegoNumber(0, plain, text);
  }

  /** True if the amount is a whole number that fits a {@code long}. */
  public boolean isLong() {
    return decimal == null;
  }

  /** True if the amount has no fraction, however large it is. */
  public boolean isInteger() {
    return decimal == null || decimal.scale() <= 0;
  }

  /**
   * @throws ArithmeticException unless {@link #isLong}
   */
  public long longValue() {
    if (decimal != null) {
      throw new ArithmeticException("not a long: " + this);
    }
    return whole;
  }

  public BigDecimal decimalValue() {
    return decimal == null ? BigDecimal.valueOf(whole) : decimal;
  }

  /** The nearest double; infinite where there is none. */
  public double doubleValue() {
    return decimal == null ? whole : decimal.doubleValue();
  }

  /** Negative, zero or positive. */
  public int signum() {
    return decimal == null ? Long.signum(whole) : decimal.signum();
  }

  int compareAmount(RegoNumber other) {
    if (decimal == null && other.decimal == null) {
      return Long.compare(whole, other.whole);
    }
    return decimalValue().compareTo(other.decimalValue());
  }

  @Override
  public String typeName() {
    return "number";
  }

  @Override
  public int rank() {
    return 2;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RegoNumber n
        && (decimal == null
            ? n.decimal == null && whole == n.whole
            : n.decimal != null && decimal.compareTo(n.decimal) == 0);
  }

  @Override
  public int hashCode() {
    return decimal == null
        ? Long.hashCode(whole)
        : Objects.hash(decimal.unscaledValue(), decimal.scale());
  }

  /** The text as written, or else the shortest decimal text. */
  @Override
  public String toString() {
    return text != null ? text : decimal == null ? Long.toString(whole) : NumberText.of(decimal);
  }
}
