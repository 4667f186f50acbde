package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The three parts of a token in its compact form, still encoded.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-3.1">RFC 7515</a>
 */
record JwtToken(String header, String payload, String signature) {
  static JwtToken split(String text) throws BuiltinException {
    List<String> parts = List.of(text.split("\\.", -1));
    if (parts.size() == 1) {
      throw BuiltinException.of("encoded JWT had no period separators");
    }
    if (parts.size() != 3) {
      throw BuiltinException.of("encoded JWT must have 3 sections, found " + parts.size());
    }
    return new JwtToken(parts.get(0), parts.get(1), parts.get(2));
  }

  RegoObject decodedHeader() throws BuiltinException {
    String text = text(decoded("header", header));
    RegoObject decoded;
    try {
      decoded = object(text);
    } catch (BuiltinException e) {
      throw BuiltinException.of("bad JWT header: " + e.getMessage());
    }
    if (decoded.get("enc") != null) {
      throw BuiltinException.of("JWT is a JWE object, which is not supported");
    }
    return decoded;
  }

  /** What was signed, as text; an object unless the token holds another one. */
  String decodedPayload() throws BuiltinException {
    return text(decoded("payload", payload));
  }

  byte[] decodedSignature() throws BuiltinException {
    return decoded("signature", signature);
  }

  /** What the signature is made of. */
  byte[] signedText() {
    return Encodings.utf8(header + "." + payload);
  }

  static RegoObject object(String json) throws BuiltinException {
    RegoValue value;
    try {
      value = JsonInput.parse(json);
    } catch (BuiltinException e) {
      throw BuiltinException.of("invalid JSON: " + e.getMessage());
    }
    if (value instanceof RegoObject object) {
      return object;
    }
    throw BuiltinException.of("decoded JSON type was not an Object");
  }

  private static byte[] decoded(String part, String encoded) throws BuiltinException {
    try {
      return Encodings.decodeUrl(encoded);
    } catch (BuiltinException e) {
      throw BuiltinException.of("JWT " + part + " had invalid encoding: " + e.getMessage());
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
