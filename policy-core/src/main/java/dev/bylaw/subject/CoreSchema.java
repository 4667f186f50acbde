package dev.bylaw.subject;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigInteger;

/**
 * What a plain scalar stands for, by the core schema of YAML 1.2 (section 10.3). Infinity and
 * not-a-number have no JSON form and stay texts.
 */
final class CoreSchema {
  private CoreSchema() {}

  static RegoValue resolve(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> RegoNull.NULL;
      case "true", "True", "TRUE" -> RegoBoolean.TRUE;
      case "false", "False", "FALSE" -> RegoBoolean.FALSE;
      default -> number(text);
    };
  }

  private static RegoValue number(String text) {
    char first = text.charAt(0);
    boolean maybe = first == '-' || first == '+' || first == '.' || Character.isDigit(first);
    if (!maybe) {
      return RegoString.of(text);
    }
    try {
      if (text.startsWith("0x")) {
        return RegoNumber.of(new BigInteger(text.substring(2), 16));
      } else if (text.startsWith("0o")) {
        return RegoNumber.of(new BigInteger(text.substring(2), 8));
      }
      return decimal(text) ? RegoNumber.parse(canonical(text)) : RegoString.of(text);
    } catch (NumberFormatException e) {
      return RegoString.of(text); // a sign or a prefix without digits, or an exponent beyond reach
    }
  }

  /** {@code [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?}. */
  private static boolean decimal(String text) {
    int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    int whole = digits(text, at);
    at += whole;
    int fraction = 0;
    if (at < text.length() && text.charAt(at) == '.') {
      fraction = digits(text, at + 1);
      at += 1 + fraction;
    }
    if (whole + fraction == 0) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      at += at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? 1 : 0;
      int exponent = digits(text, at);
      return exponent > 0 && at + exponent == text.length();
    }
    return at == text.length();
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }

  /** As JSON writes it, so that the text of the number can be given out. */
  private static String canonical(String text) {
    String plain = text.startsWith("+") ? text.substring(1) : text;
    boolean json =
        !plain.startsWith(".")
            && !plain.startsWith("-.")
            && !plain.endsWith(".")
            && !plain.contains(".e")
            && !plain.contains(".E")
            && !(plain.length() > 1 && plain.startsWith("0") && Character.isDigit(plain.charAt(1)))
            && !plain.startsWith("-0");
    return json
        ? plain
        : new java.math.BigDecimal(plain.endsWith(".") ? plain + "0" : plain).toString();
  }
}
