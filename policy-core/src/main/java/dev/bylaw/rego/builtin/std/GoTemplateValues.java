package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Values in templates: {@link RegoValue}s from outside, of which numbers are texts for Go, and
 * {@link Long} and {@link Double} from the template itself.
 */
final class GoTemplateValues {
  /** What a field is that an object does not have. */
  static final Object MISSING = new Object();

  private GoTemplateValues() {}

  static boolean isNothing(Object value) {
    return value == MISSING || value == RegoNull.NULL;
  }

  static boolean isTrue(Object value) {
    if (value instanceof Long n) {
      return n != 0;
    } else if (value instanceof Double d) {
      return d != 0;
    } else if (value instanceof RegoString s) {
      return !s.value().isEmpty();
    } else if (value instanceof RegoArray a) {
      return a.size() > 0;
    } else if (value instanceof RegoObject o) {
      return o.size() > 0;
    }
    return value == RegoBoolean.TRUE || value instanceof RegoNumber;
  }

  /** As Go prints it. */
  static String print(Object value) {
    if (value instanceof RegoString s) {
      return s.value();
    } else if (value instanceof RegoArray array) {
      return StreamSupport.stream(array.spliterator(), false)
          .map(GoTemplateValues::print)
          .collect(Collectors.joining(" ", "[", "]"));
    } else if (value instanceof RegoObject object) {
      return StreamSupport.stream(object.keys().spliterator(), false)
          .map(key -> print(key) + ":" + print(GoTemplateValues.get(object, key)))
          .collect(Collectors.joining(" ", "map[", "]"));
    } else if (value instanceof Double d) {
      return GoFormat.format("%v", List.of(d));
    }
    return isNothing(value) ? "<nil>" : value.toString();
  }

  static Object get(RegoObject object, RegoValue key) {
    RegoValue value = object.get(key);
    return value == null ? MISSING : value;
  }

  static String typeName(Object value) {
    if (value instanceof Long) {
      return "int";
    } else if (value instanceof Double) {
      return "float64";
    } else if (value instanceof RegoNumber) {
      return "json.Number";
    } else if (value instanceof RegoBoolean) {
      return "bool";
    } else if (value instanceof RegoArray) {
      return "[]interface {}";
    } else if (value instanceof RegoObject) {
      return "map[string]interface {}";
    }
    return value instanceof RegoString ? "string" : "<nil>";
  }

  /** Whether Go takes a value for a text. */
  static boolean isText(Object value) {
    return value instanceof RegoString || value instanceof RegoNumber;
  }
}
