package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the fields of one key; the words of its errors are those of the library that OPA uses.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-6">RFC 7518</a>
 */
final class WebKeyReader {
  /** In the order in which a missing one is reported. */
  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "RSA", List.of("e", "n"),
          "EC", List.of("crv", "x", "y"),
          "OKP", List.of("crv", "x"),
          "oct", List.of("k"));

  private static final Map<String, String> LIBRARY_NAME =
      Map.of("RSA", "rsa", "EC", "ecdsa", "OKP", "okp", "oct", "symmetric");

  private final RegoObject fields;
  private final String type;
  private final boolean secret;

  private WebKeyReader(RegoObject fields, String type) {
    this.fields = fields;
    this.type = type;
    this.secret = fields.get("d") != null;
  }

  static WebKeys.WebKey read(RegoValue value) throws BuiltinException {
    if (!(value instanceof RegoObject) && value != RegoNull.NULL) {
      throw unreadable("json: cannot unmarshal " + value.typeName() + " into a key");
    }
    RegoObject fields = value instanceof RegoObject object ? object : RegoObject.EMPTY;
    RegoValue name = fields.get("kty");
    if (name != null && !(name instanceof RegoString)) {
      throw unreadable(
          "json: cannot unmarshal "
              + name.typeName()
              + " into Go struct field .kty of type string");
    }
    String type = name instanceof RegoString s ? s.value() : "";
    if (!REQUIRED.containsKey(type)) {
      throw BuiltinException.of("invalid key type from JSON (" + type + ")");
    }
    return new WebKeyReader(fields, type).read();
  }

  static BuiltinException unreadable(String message) {
    return BuiltinException.of(
        "jwk.Parse: failed to probe data: probe: failed to unmarshal data: " + message);
  }

  private WebKeys.WebKey read() throws BuiltinException {
    for (String field : REQUIRED.getOrDefault(type, List.of())) {
      if (fields.get(field) == null) {
        throw malformed("required field " + field + " is missing");
      }
    }
    Optional<Key> key;
    try {
      key =
          Optional.of(
              switch (type) {
                case "RSA" -> WebKeyKinds.rsa(this);
                case "EC" -> WebKeyKinds.ellipticCurve(this);
                case "OKP" -> WebKeyKinds.edwardsCurve(this);
                default -> JwtAlgorithm.shared(nonEmpty("k"));
              });
    } catch (GeneralSecurityException e) {
      key = Optional.empty();
    }
    return new WebKeys.WebKey(text("kid"), text("alg"), key);
  }

  boolean isSecret() {
    return secret;
  }

  boolean has(String field) {
    return fields.get(field) != null;
  }

  /** Empty where the field is absent. */
  String text(String field) throws BuiltinException {
    RegoValue value = fields.get(field);
    if (value == null || value instanceof RegoString) {
      return value instanceof RegoString s ? s.value() : "";
    }
    throw undecodable(
        field,
        "error reading next value: json: cannot unmarshal %s into Go value of type string"
            .formatted(value.typeName()));
  }

  byte[] bytes(String field) throws BuiltinException {
    String standard = text(field).replace('+', '-').replace('/', '_');
    try {
      return Encodings.decodeUrl(standard);
    } catch (BuiltinException e) {
      throw undecodable(field, "expected base64 encoded []byte (string)");
    }
  }

  byte[] nonEmpty(String field) throws BuiltinException {
    byte[] bytes = bytes(field);
    if (bytes.length == 0) {
      throw invalid("missing \"%s\" %s".formatted(field, type.equals("RSA") ? "value" : "field"));
    }
    return bytes;
  }

  BigInteger number(String field) throws BuiltinException {
    return new BigInteger(1, bytes(field));
  }

  BuiltinException undecodable(String field, String message) {
    return malformed("failed to decode value for key " + field + ": " + message);
  }

  private BuiltinException malformed(String message) {
    String name = LIBRARY_NAME.get(type) + (type.equals("oct") ? "Key" : side());
    String prefix = "failed to unmarshal JSON into key (*jwk." + name + "): ";
    return BuiltinException.of(prefix + prefix + message);
  }

  /** For a field that can be read but must not have this value. */
  BuiltinException invalid(String message) {
    String name =
        switch (type) {
          case "EC" -> "ECDSA" + side();
          case "oct" -> "SymmetricKey";
          default -> type + side();
        };
    return BuiltinException.of(
        "jwk.Parse: key validation failed: key validation failed: jwk." + name + ": " + message);
  }

  private String side() {
    return secret ? "PrivateKey" : "PublicKey";
  }
}
