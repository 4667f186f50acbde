package dev.bylaw.rego.builtin.std;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One directive of a Go format: its flags, and how each type prints under a verb. */
final class GoVerb {
  boolean sharp;
  boolean zero;
  boolean plus;
  boolean minus;
  boolean space;
  int width = -1;
  int precision = -1;

  static String typeName(Object arg) {
    if (arg instanceof Long) {
      return "int64";
    } else if (arg instanceof Double) {
      return "float64";
    }
    if (arg instanceof GoText text) {
      return text.typeName();
    }
    return arg instanceof BigInteger ? "*big.Int" : "string";
  }

  String apply(int verb, Object arg) {
    if (verb == 'T') {
      return text('s', typeName(arg));
    } else if (arg instanceof Long n) {
      return integer(verb, BigInteger.valueOf(n), false);
    } else if (arg instanceof BigInteger n) {
      return integer(verb, n, true);
    } else if (arg instanceof Double d) {
      return number(verb, d);
    }
    return text(verb, arg);
  }

  private String bad(int verb, Object arg) {
    String type = arg instanceof BigInteger ? "big.Int" : typeName(arg);
    String value = arg instanceof BigInteger ? arg.toString() : apply('v', arg);
    return "%!" + Character.toString(verb) + "(" + type + "=" + value + ")";
  }

  private String integer(int verb, BigInteger value, boolean big) {
    String size =
        switch (verb) {
          case 'd', 'v' -> digits(value, value.abs().toString(), "");
          case 's' ->
              big ? digits(value, value.abs().toString(), "") : bad(verb, value.longValue());
          case 'b' -> digits(value, value.abs().toString(2), sharp ? "0b" : "");
          case 'o' -> digits(value, value.abs().toString(8), sharp ? "0" : "");
          case 'O' -> digits(value, value.abs().toString(8), "0o");
          case 'x' -> digits(value, value.abs().toString(16), sharp ? "0x" : "");
          case 'X' ->
              digits(value, value.abs().toString(16).toUpperCase(Locale.ROOT), sharp ? "0X" : "");
          default -> big ? bad(verb, value) : null;
        };
    if (size != null) {
      return size;
    }
    long number = value.longValue();
    int rune = number < 0 || number > Character.MAX_CODE_POINT ? 0xFFFD : (int) number;
    return switch (verb) {
      case 'c' -> pad(Character.toString(rune));
      case 'q' -> pad(GoQuote.rune(rune, plus));
      case 'U' ->
          pad("U+%04X".formatted(number) + (sharp ? " '" + Character.toString(rune) + "'" : ""));
      default -> bad(verb, number);
    };
  }

  private String digits(BigInteger value, String magnitude, String prefix) {
    String sign = value.signum() < 0 ? "-" : plus ? "+" : space ? " " : "";
    int least = precision;
    if (precision == 0 && value.signum() == 0) {
      return pad("");
    }
    if (precision < 0 && zero && !minus && width > 0) {
      least = width - sign.length();
    }
    String zeros = "0".repeat(Math.max(0, least - magnitude.length()));
    return padSpaces(sign + prefix + zeros + magnitude);
  }

  private String number(int verb, double value) {
    return switch (verb) {
      case 'v' -> signed(general(value, precision));
      case 'g' -> signed(general(value, precision));
      case 'G' -> signed(general(value, precision).toUpperCase(Locale.ROOT));
      case 'e' -> signed(exponent(value, precision < 0 ? 6 : precision));
      case 'E' -> signed(exponent(value, precision < 0 ? 6 : precision).toUpperCase(Locale.ROOT));
      case 'f', 'F' ->
          signed(
              new BigDecimal(value)
                  .setScale(precision < 0 ? 6 : precision, RoundingMode.HALF_EVEN)
                  .toPlainString());
      case 'x' -> signed(hex(value));
      case 'X' -> signed(hex(value).toUpperCase(Locale.ROOT));
      default -> bad(verb, value);
    };
  }

  private String signed(String number) {
    boolean negative = number.startsWith("-");
    String sign = negative ? "-" : plus ? "+" : space ? " " : "";
    String magnitude = negative ? number.substring(1) : number;
    if (zero && !minus && width > sign.length() + magnitude.length()) {
      return sign + "0".repeat(width - sign.length() - magnitude.length()) + magnitude;
    }
    return padSpaces(sign + magnitude);
  }

  /** The fewest digits that give the same double. */
  private static BigDecimal shortest(double value) {
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal candidate =
          new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (candidate.doubleValue() == value) {
        return candidate.stripTrailingZeros();
      }
    }
    return new BigDecimal(value).round(new MathContext(17)).stripTrailingZeros();
  }

  private static String general(double value, int precision) {
    if (value == 0) {
      return "0";
    }
    int digits = precision == 0 ? 1 : precision;
    BigDecimal number =
        precision < 0
            ? shortest(value)
            : new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    int exponent = number.precision() - number.scale() - 1;
    int limit = precision < 0 ? 6 : digits;
    if (precision >= 0 && limit > number.precision() && number.precision() > exponent) {
      limit = number.precision();
    }
    return exponent < -4 || exponent >= limit
        ? BinaryFloat.scientific(number, exponent)
        : number.toPlainString();
  }

  private static String exponent(double value, int precision) {
    BigDecimal number =
        new BigDecimal(value).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    if (number.signum() == 0) {
      return "0" + (precision > 0 ? "." + "0".repeat(precision) : "") + "e+00";
    }
    int exponent = number.precision() - number.scale() - 1;
    number = number.setScale(precision - exponent);
    return BinaryFloat.scientific(number, exponent);
  }

  /** As Java prints it, but with a sign and two digits in the exponent. */
  private static String hex(double value) {
    String text = Double.toHexString(value).replace(".0p", "p");
    int p = text.indexOf('p');
    int exponent = Integer.parseInt(text.substring(p + 1));
    return "%sp%s%02d"
        .formatted(text.substring(0, p), exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private String text(int verb, Object arg) {
    String value = arg.toString();
    String cut = value;
    if (precision >= 0 && value.codePointCount(0, value.length()) > precision) {
      cut = value.substring(0, value.offsetByCodePoints(0, precision));
    }
    return switch (verb) {
      case 's', 'v' -> pad(cut);
      case 'q' ->
          pad(sharp && GoQuote.fitsBackquotes(cut) ? "`" + cut + "`" : GoQuote.string(cut, plus));
      case 'x', 'X' -> pad(hex(verb, value));
      case 't' -> typeName(arg).equals("bool") ? pad(value) : bad(verb, arg);
      default -> bad(verb, arg);
    };
  }

  private String hex(int verb, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int length = precision < 0 ? bytes.length : Math.min(precision, bytes.length);
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (space && i > 0) {
        hex.append(' ');
      }
      if (sharp && (space || i == 0)) {
        hex.append(verb == 'x' ? "0x" : "0X");
      }
      hex.append((verb == 'x' ? "%02x" : "%02X").formatted(bytes[i]));
    }
    return hex.toString();
  }

  private String pad(String text) {
    int missing = width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    return minus ? text + " ".repeat(missing) : (zero ? "0" : " ").repeat(missing) + text;
  }

  private String padSpaces(String text) {
    int missing = width - text.length();
    if (missing <= 0) {
      return text;
    }
    return minus ? text + " ".repeat(missing) : " ".repeat(missing) + text;
  }
}
