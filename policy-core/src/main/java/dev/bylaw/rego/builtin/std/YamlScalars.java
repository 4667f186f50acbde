package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a scalar of YAML 1.1 means that is written without quotes or has a tag. */
final class YamlScalars {
  private static final String TAGS = "tag:yaml.org,2002:";
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Pattern INTEGER =
      Pattern.compile("([-+]?)(?:0x([0-9a-fA-F]+)|0b([01]+)|0o?([0-7]+)|(0|[1-9][0-9]*))");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
  private static final Pattern NO_NUMBER =
      Pattern.compile("[-+]?(?:\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN");

  private YamlScalars() {}

  /** The value of a plain scalar without a tag. */
  static RegoValue plain(String text) throws BuiltinException {
    if (NULL.contains(text)) {
      return RegoNull.NULL;
    } else if (TRUE.contains(text) || FALSE.contains(text)) {
      return RegoBoolean.of(TRUE.contains(text));
    } else if (NO_NUMBER.matcher(text).matches()) {
      throw BuiltinException.of("json: unsupported value: " + notJson(text));
    }
    return number(text).orElse(RegoString.of(text));
  }

  private static String notJson(String text) {
    return text.endsWith("n") || text.endsWith("N")
        ? "NaN"
        : (text.startsWith("-") ? "-" : "+") + "Inf";
  }

  /** The value of a scalar with a tag; tags of others mean nothing. */
  static RegoValue tagged(String tag, String text) throws BuiltinException {
    String type = tag.startsWith(TAGS) ? tag.substring(TAGS.length()) : "";
    RegoValue value =
        switch (type) {
          case "binary" -> binary(text);
          case "int", "float", "bool", "null" -> plain(text);
          default -> RegoString.of(text);
        };
    boolean right =
        switch (type) {
          case "int" -> value instanceof RegoNumber && isInteger(text);
          case "float" -> value instanceof RegoNumber;
          case "bool" -> value instanceof RegoBoolean;
          case "null" -> value == RegoNull.NULL;
          default -> true;
        };
    if (!right) {
      String found = value instanceof RegoNumber ? "float" : "str";
      throw BuiltinException.of(
          "yaml: cannot decode !!%s `%s` as a !!%s".formatted(found, text, type));
    }
    return value;
  }

  private static RegoValue binary(String text) throws BuiltinException {
    try {
      return RegoString.of(new String(Encodings.decodeBase64(text), StandardCharsets.UTF_8));
    } catch (BuiltinException e) {
      throw BuiltinException.of("yaml: !!binary value contains invalid base64 data");
    }
  }

  private static boolean isInteger(String text) {
    return INTEGER.matcher(text.replace("_", "")).matches();
  }

  private static Optional<RegoValue> number(String text) {
    char first = text.charAt(0);
    if (first == '_' || text.length() > Short.MAX_VALUE) {
      return Optional.empty();
    }
    String digits = text.replace("_", "");
    Matcher integer = INTEGER.matcher(digits);
    BigInteger whole = integer.matches() ? whole(integer) : null;
    if (whole != null && whole.bitLength() <= (whole.signum() < 0 ? Long.SIZE - 1 : Long.SIZE)) {
      return Optional.of(RegoNumber.of(whole));
    }
    double number = FLOAT.matcher(digits).matches() ? Double.parseDouble(digits) : Double.NaN;
    return Double.isNaN(number) || Double.isInfinite(number)
        ? Optional.empty()
        : Optional.of(RegoNumber.of(BigDecimal.valueOf(number)));
  }

  private static BigInteger whole(Matcher match) {
    int[] bases = {16, 2, 8, 10};
    for (int i = 0; i < bases.length; i++) {
      String digits = match.group(i + 2);
      if (digits != null) {
        BigInteger amount = new BigInteger(digits, bases[i]);
        return "-".equals(match.group(1)) ? amount.negate() : amount;
      }
    }
    throw new IllegalStateException("no digits");
  }
}
