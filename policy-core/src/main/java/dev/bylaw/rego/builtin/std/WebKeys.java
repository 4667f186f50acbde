package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys written as JSON, alone or in a set.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517">RFC 7517</a>
 */
final class WebKeys {
  private WebKeys() {}

  /**
   * One key.
   *
   * @param id empty if it has none
   * @param algorithm empty if it does not say what it is for
   * @param key the secret one if there is one; empty if it is well-formed but cannot be used
   */
  record WebKey(String id, String algorithm, Optional<Key> key) {}

  static List<WebKey> parse(String json) throws BuiltinException {
    RegoValue value;
    try {
      value = JsonInput.parse(json);
    } catch (BuiltinException e) {
      throw sole(WebKeyReader.unreadable(String.valueOf(e.getMessage())));
    }
    return parse(value);
  }

  static List<WebKey> parse(RegoValue value) throws BuiltinException {
    RegoValue elements = value instanceof RegoObject object ? object.get("keys") : null;
    if (elements != null) {
      return set(elements);
    }
    try {
      return List.of(WebKeyReader.read(value));
    } catch (BuiltinException e) {
      throw sole(e);
    }
  }

  private static List<WebKey> set(RegoValue elements) throws BuiltinException {
    String failed = "jwk.Parse: failed to unmarshal JWK set: failed to decode ";
    if (!(elements instanceof RegoArray array)) {
      throw BuiltinException.of(failed + "\"keys\": expected '[' but got " + elements);
    }
    List<WebKey> keys = new ArrayList<>();
    for (RegoValue element : array) {
      try {
        keys.add(WebKeyReader.read(element));
      } catch (BuiltinException e) {
        String place = "key #" + keys.size() + " in \"keys\": jwk.ParseKey: ";
        throw BuiltinException.of(failed + place + e.getMessage());
      }
    }
    return keys;
  }

  private static BuiltinException sole(BuiltinException cause) {
    return BuiltinException.of(
        "jwk.Parse: failed to parse sole key: jwk.ParseKey: " + cause.getMessage());
  }
}
