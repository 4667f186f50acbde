package dev.bylaw.rules.clusterpolicy;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How values of definitions and of clusters are compared. */
final class Values {
  /** The names that the API has as aliases of each other. */
  private static final Map<String, String> ACCESS_MODES =
      Map.of(
          "DATA_SECURITY_MODE_DEDICATED", "SINGLE_USER",
          "DATA_SECURITY_MODE_STANDARD", "USER_ISOLATION",
          "DATA_SECURITY_MODE_AUTO", "AUTO");

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})");

  private Values() {}

  static boolean isScalar(RegoValue value) {
    return value instanceof RegoString
        || value instanceof RegoNumber
        || value instanceof RegoBoolean;
  }

  /** The same for an attribute: numbers by their value, all else by its text. */
  static boolean same(AttributePath path, RegoValue a, RegoValue b) {
    if (a instanceof RegoNumber || b instanceof RegoNumber) {
      Optional<BigDecimal> left = decimal(a);
      Optional<BigDecimal> right = decimal(b);
      return left.isPresent() && right.isPresent() && left.get().compareTo(right.get()) == 0;
    }
    return text(path, a).equals(text(path, b));
  }

  static String text(AttributePath path, RegoValue value) {
    String text = plain(value);
    return path.text().equals("data_security_mode") ? ACCESS_MODES.getOrDefault(text, text) : text;
  }

  static String plain(RegoValue value) {
    return value instanceof RegoString text ? text.value() : value.toString();
  }

  /** A finite decimal number, also one in a text. */
  static Optional<BigDecimal> decimal(RegoValue value) {
    if (value instanceof RegoNumber number) {
      return Optional.of(number.decimalValue());
    }
    return Optional.of(plain(value).strip())
        .filter(text -> value instanceof RegoString && DECIMAL.matcher(text).matches())
        .map(BigDecimal::new);
  }
}
