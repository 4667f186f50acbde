package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them, and in days, weeks and years of 365 days. */
final class Durations {
  private static final Pattern PART = Pattern.compile("([0-9]*\\.?[0-9]*)([^0-9.]*)");
  private static final long HOUR = 3_600_000_000_000L;
  private static final Map<String, Long> UNITS =
      Map.ofEntries(
          Map.entry("ns", 1L),
          Map.entry("us", 1_000L),
          Map.entry("\u00b5s", 1_000L),
          Map.entry("\u03bcs", 1_000L),
          Map.entry("ms", 1_000_000L),
          Map.entry("s", 1_000_000_000L),
          Map.entry("m", 60_000_000_000L),
          Map.entry("h", HOUR),
          Map.entry("d", 24 * HOUR),
          Map.entry("w", 7 * 24 * HOUR),
          Map.entry("y", 365 * 24 * HOUR));

  private Durations() {}

  static long parse(String text) throws BuiltinException {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String rest = signed ? text.substring(1) : text;
    if (rest.equals("0")) {
      return 0;
    }
    String quoted = GoQuote.string(text);
    BuiltinException invalid = BuiltinException.of("time: invalid duration " + quoted);
    if (rest.isEmpty() || rest.length() > 1000) {
      throw invalid;
    }
    BigDecimal total = BigDecimal.ZERO;
    Matcher part = PART.matcher(rest);
    int at = 0;
    while (at < rest.length()) {
      if (!part.find(at) || part.start() != at) {
        throw invalid;
      }
      String number = String.valueOf(part.group(1));
      String unit = String.valueOf(part.group(2));
      if (number.isEmpty() || number.equals(".")) {
        throw invalid;
      } else if (unit.isEmpty()) {
        throw BuiltinException.of("time: missing unit in duration " + quoted);
      }
      Long nanos = UNITS.get(unit);
      if (nanos == null) {
        throw BuiltinException.of(
            "time: unknown unit " + GoQuote.string(unit) + " in duration " + quoted);
      }
      total = total.add(new BigDecimal(number).multiply(BigDecimal.valueOf(nanos)));
      at = part.end();
    }
    BigDecimal result = text.startsWith("-") ? total.negate() : total;
    if (result.toBigInteger().bitLength() >= Long.SIZE) {
      throw invalid;
    }
    return result.toBigInteger().longValue();
  }
}
