package dev.bylaw.rego.builtin.std;

import com.google.re2j.Pattern;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoObject;
import java.util.List;

/**
 * The formats of texts.
 *
 * @see <a
 *     href="https://datatracker.ietf.org/doc/html/draft-handrews-json-schema-validation-01#section-7">JSON
 *     Schema Validation</a>
 */
final class JsonSchemaFormats {
  private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
  private static final Pattern HOST = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern POINTER = Pattern.compile("(?:/(?:[^~/]|~[01])*)*");
  private static final Pattern RELATIVE_POINTER =
      Pattern.compile("(?:0|[1-9][0-9]*)(?:#|(?:/(?:[^~/]|~[01])*)*)");
  private static final Pattern TEMPLATE = Pattern.compile("(?:[^{}]|\\{[^{}]*\\})*");
  private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+");
  private static final List<String> TIMES =
      List.of(
          "15:04:05",
          "15:04:05Z07:00",
          "2006-01-02",
          "2006-01-02T15:04:05Z07:00",
          "2006-01-02T15:04:05.999999999Z07:00");

  private JsonSchemaFormats() {}

  /** True for a format of another name. */
  static boolean matches(String format, String text) {
    return switch (format) {
      case "date" -> isTime("2006-01-02", text);
      case "time" -> isTime("15:04:05Z07:00", text) || isTime("15:04:05.999999999Z07:00", text);
      case "date-time" -> TIMES.stream().anyMatch(layout -> isTime(layout, text));
      case "hostname", "idn-hostname" -> text.length() < 256 && HOST.matches(text);
      case "email", "idn-email" -> MAIL.matches(text);
      case "ipv4" -> text.indexOf('.') >= 0 && Cidr.address(text) != null;
      case "ipv6" -> text.indexOf(':') >= 0 && Cidr.address(text) != null;
      case "uri", "iri" -> isUri(text, true);
      case "uri-reference", "iri-reference" -> isUri(text, false);
      case "uri-template" -> isUri(text, false) && TEMPLATE.matches(text);
      case "uuid" -> UUID.matches(text);
      case "regex" -> Patterns.isValid(text);
      case "json-pointer" -> POINTER.matches(text);
      case "relative-json-pointer" -> RELATIVE_POINTER.matches(text);
      default -> true;
    };
  }

  private static boolean isTime(String layout, String text) {
    try {
      GoLayout.parse(layout, text);
      return true;
    } catch (BuiltinException e) {
      return false;
    }
  }

  private static boolean isUri(String text, boolean absolute) {
    try {
      RegoObject parts = UriParts.parse(text);
      return (!absolute || parts.get("scheme") != null) && text.indexOf('\\') < 0;
    } catch (BuiltinException e) {
      return false;
    }
  }
}
