package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts with a unit of the SI or a binary one. */
final class Units {
  private static final String STEPS = "kmgtpe";
  private static final Pattern AMOUNT =
      Pattern.compile("((?:[0-9.+-]|[eE][+-]?(?=[0-9])|[eE][+-])*)(.*)", Pattern.DOTALL);
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern LONG_EXPONENT = Pattern.compile("[eE][+-]?[0-9]{7}");
  private static final int DIGITS = 10;
  private static final BigDecimal MILLI =
      new BigDecimal(
          "0.001000000000000000020816681711721685132943093776702880859375"); // OPA takes the double

  private Units() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "units.parse",
            "(x: string) => (y: number)",
            "Reads an amount with a unit, such as 10K or 1.5Mi.",
            (c, args) -> parse(args)),
        Builtin.of(
            "units.parse_bytes",
            "(x: string) => (y: number)",
            "Reads an amount of bytes, such as 10KB or 1.5MiB.",
            (c, args) -> parseBytes(args)));
  }

  private static RegoValue parse(RegoValue[] args) throws BuiltinException {
    String text = Args.string(args, 0).replace("\"", "");
    Matcher parts = split("units.parse: ", "amount", text);
    String unit = String.valueOf(parts.group(2));
    String rest = unit.length() > 1 ? unit.substring(1).toLowerCase(Locale.ROOT) : "";
    String shown = unit.isEmpty() ? "" : unit.charAt(0) + rest;
    BigDecimal factor = factor(shown.toLowerCase(Locale.ROOT), rest.equals("i"));
    if (shown.equals("m")) {
      factor = MILLI;
    }
    if (factor == null || rest.length() > 1 || (rest.length() == 1 && !rest.equals("i"))) {
      throw BuiltinException.of("units.parse: unit " + shown + " not recognized");
    }
    BigDecimal amount = number("units.parse: ", "amount", String.valueOf(parts.group(1)));
    BigDecimal total = amount.multiply(factor);
    return total.signum() == 0 || total.stripTrailingZeros().scale() <= 0
        ? RegoNumber.of(total.toBigInteger())
        : RegoNumber.parse(total.setScale(DIGITS, RoundingMode.HALF_UP).toPlainString());
  }

  private static RegoValue parseBytes(RegoValue[] args) throws BuiltinException {
    String text = Args.string(args, 0).toLowerCase(Locale.ROOT).replace("\"", "");
    Matcher parts = split("units.parse_bytes: ", "byte amount", text);
    String unit = String.valueOf(parts.group(2));
    String base =
        unit.endsWith("b") && unit.length() > 1 ? unit.substring(0, unit.length() - 1) : unit;
    BigDecimal factor = factor(base, base.endsWith("i"));
    if (factor == null) {
      throw BuiltinException.of("units.parse_bytes: byte unit " + unit + " not recognized");
    }
    BigDecimal amount =
        number("units.parse_bytes: ", "byte amount", String.valueOf(parts.group(1)));
    BinaryFloat total =
        BinaryFloat.of(RegoNumber.of(amount))
            .times(BinaryFloat.of(RegoNumber.of(factor)), BinaryFloat.PRECISION);
    return RegoNumber.of(total.truncated());
  }

  private static Matcher split(String function, String amount, String text)
      throws BuiltinException {
    if (text.contains(" ")) {
      throw BuiltinException.of(function + "spaces not allowed in resource strings");
    }
    if (LONG_EXPONENT.matcher(text).find()) {
      throw BuiltinException.of(function + "exponent too large");
    }
    Matcher parts = AMOUNT.matcher(text);
    if (!parts.matches() || String.valueOf(parts.group(1)).isEmpty()) {
      throw BuiltinException.of(function + "no " + amount + " provided");
    }
    return parts;
  }

  private static BigDecimal number(String function, String amount, String text)
      throws BuiltinException {
    if (!NUMBER.matcher(text).matches()) {
      throw BuiltinException.of(function + "could not parse " + amount + " to a number");
    }
    return new BigDecimal(text);
  }

  /** Null for a unit that is not known. */
  private static @Nullable BigDecimal factor(String unit, boolean binary) {
    if (unit.isEmpty()) {
      return BigDecimal.ONE;
    }
    int step = unit.length() == (binary ? 2 : 1) ? STEPS.indexOf(unit.charAt(0)) + 1 : 0;
    if (step == 0) {
      return null;
    }
    return BigDecimal.valueOf(binary ? 1024 : 1000).pow(step);
  }
}
