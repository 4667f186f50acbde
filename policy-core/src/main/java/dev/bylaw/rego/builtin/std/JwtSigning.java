package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Making signed tokens. */
final class JwtSigning {
  // OPA's reader of headers takes this for a number
  private static final Pattern NUMBER_LIKE = Pattern.compile("[-+.0-9eE]+");

  private JwtSigning() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
                "io.jwt.encode_sign",
                "(headers: object[string: any], payload: object[string: any], key: object[string: any]) => (output: string)",
                "Signs a payload with a JSON web key.",
                (c, args) ->
                    sign(
                        c,
                        RegoJson.writeEscaped(Args.object(args, 0)),
                        RegoJson.writeEscaped(Args.object(args, 1)),
                        RegoJson.write(Args.object(args, 2))))
            .with(Builtin.Trait.NONDETERMINISTIC),
        Builtin.of(
                "io.jwt.encode_sign_raw",
                "(headers: string, payload: string, key: string) => (output: string)",
                "Signs a payload with a JSON web key, all three as JSON text.",
                (c, args) ->
                    sign(c, Args.string(args, 0), Args.string(args, 1), Args.string(args, 2)))
            .with(Builtin.Trait.NONDETERMINISTIC));
  }

  private static RegoValue sign(CallContext context, String header, String payload, String key)
      throws BuiltinException {
    List<WebKeys.WebKey> keys = WebKeys.parse(key);
    if (keys.isEmpty()) {
      throw BuiltinException.of("no keys found in JWK set");
    }
    RegoObject fields = header(header);
    JwtAlgorithm algorithm = algorithm(fields);
    boolean plain = fields.get("typ") instanceof RegoString s && !s.value().equals("JWT");
    if (!plain && !JsonFunctions.isValid(RegoString.of(payload))) {
      throw BuiltinException.of("type is JWT but payload is not JSON");
    }
    if (algorithm.isRandom()) {
      context.host().requireRandom(); // the numbers themselves come from the JDK's own source
    }
    String text = encode(Encodings.utf8(header)) + "." + encode(Encodings.utf8(payload));
    return RegoString.of(text + "." + encode(signature(algorithm, keys.get(0), text)));
  }

  private static RegoObject header(String json) throws BuiltinException {
    RegoValue value;
    try {
      value = JsonInput.parse(json);
    } catch (BuiltinException e) {
      if (NUMBER_LIKE.matcher(json).matches()) {
        return RegoObject.EMPTY;
      }
      String why =
          json.isEmpty() ? "cannot parse empty string; unparsed tail: \"\"" : e.getMessage();
      throw algorithm("cannot parse JSON: " + why);
    }
    return value instanceof RegoObject object ? object : RegoObject.EMPTY;
  }

  private static JwtAlgorithm algorithm(RegoObject header) throws BuiltinException {
    RegoValue name = header.get("alg");
    if (name == null) {
      throw algorithm("jwsbb: header \"alg\" not found");
    }
    if (!(name instanceof RegoString s)) {
      throw algorithm("value doesn't contain string; it contains " + name.typeName());
    }
    return JwtAlgorithm.named(s.value())
        .orElseThrow(() -> BuiltinException.of("unknown JWS algorithm: " + s.value()));
  }

  private static BuiltinException algorithm(String message) {
    return BuiltinException.of("missing or invalid 'alg' header: " + message);
  }

  private static byte[] signature(JwtAlgorithm algorithm, WebKeys.WebKey key, String text)
      throws BuiltinException {
    if (key.key().isPresent()) {
      Key usable = key.key().get();
      try {
        return algorithm.sign(usable, Encodings.utf8(text));
      } catch (GeneralSecurityException e) {
        throw BuiltinException.of("jwsbb.Sign: " + e.getMessage());
      }
    }
    throw BuiltinException.of("jwsbb.Sign: the key cannot be used");
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
