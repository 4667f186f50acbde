package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Signed tokens: taking them apart, and checking them. */
final class JwtFunctions {
  private static final RegoArray INVALID =
      RegoArray.of(RegoBoolean.FALSE, RegoObject.EMPTY, RegoObject.EMPTY);
  private static final Set<String> UNDERSTOOD = Set.of("alg", "typ", "cty", "kid", "crit");

  private JwtFunctions() {}

  static List<Builtin> all() {
    List<Builtin> all = new ArrayList<>();
    for (JwtAlgorithm algorithm : JwtAlgorithm.values()) {
      String key = algorithm.isShared() ? "a secret" : "a certificate or a public key";
      all.add(
          Builtin.of(
              "io.jwt.verify_" + algorithm.header().toLowerCase(Locale.ROOT),
              "(jwt: string, "
                  + (algorithm.isShared() ? "secret" : "certificate")
                  + ": string) => (result: boolean)",
              "Tells whether a token was signed by " + algorithm.header() + ", with " + key + ".",
              (c, args) -> RegoBoolean.of(verify(algorithm, args))));
    }
    all.add(
        Builtin.of(
            "io.jwt.decode",
            "(jwt: string) => (output: array<object[any: any], object[any: any], string>)",
            "Takes a token apart without checking it: header, payload, signature in base 16.",
            (c, args) -> decode(Args.string(args, 0))));
    all.add(
        Builtin.of(
                "io.jwt.decode_verify",
                "(jwt: string, constraints: object[string: any]) => (output: array<boolean, object[any: any], object[any: any]>)",
                "Takes a token apart if it meets some constraints.",
                (c, args) ->
                    decodeVerify(c, JwtConstraints.of(Args.object(args, 1)), Args.string(args, 0)))
            .with(Builtin.Trait.NONDETERMINISTIC));
    return all;
  }

  private static boolean verify(JwtAlgorithm algorithm, RegoValue[] args) throws BuiltinException {
    JwtToken token = JwtToken.split(Args.string(args, 0));
    String key = Args.string(args, 1);
    if (algorithm.isShared()) {
      byte[] signature = Encodings.decodeUrl(token.signature());
      return JwtKeys.shared(key).verify(algorithm, "", token.signedText(), signature);
    }
    JwtKeys keys = JwtKeys.parse(key);
    RegoObject header = token.decodedHeader();
    return keys.verify(
        algorithm, keyId(header), token.signedText(), Encodings.decodeUrl(token.signature()));
  }

  private static String keyId(RegoObject header) {
    return header.get("kid") instanceof RegoString s ? s.value() : "";
  }

  private static RegoValue decode(String text) throws BuiltinException {
    JwtToken token = JwtToken.split(text);
    RegoObject header = token.decodedHeader();
    String payload = token.decodedPayload();
    if (header.get("cty") instanceof RegoString s && s.value().equals("JWT")) {
      return decode(unquoted(payload));
    }
    return RegoArray.of(
        header,
        JwtToken.object(payload),
        RegoString.of(HexFormat.of().formatHex(token.decodedSignature())));
  }

  /** A token in a token may stand in quotes. */
  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private static RegoValue decodeVerify(CallContext context, JwtConstraints wanted, String text)
      throws BuiltinException {
    JwtToken token = JwtToken.split(text);
    RegoObject header = token.decodedHeader();
    if (!isUnderstood(header)) {
      return INVALID;
    }
    Optional<JwtAlgorithm> algorithm = JwtAlgorithm.named(header(header, "alg"));
    if (algorithm.isEmpty()
        || !wanted.algorithm().orElse(algorithm.get().header()).equals(algorithm.get().header())
        || !wanted
            .keys()
            .verify(algorithm.get(), keyId(header), token.signedText(), token.decodedSignature())) {
      return INVALID;
    }
    if (header(header, "cty").equalsIgnoreCase("JWT")) {
      return decodeVerify(context, wanted, token.decodedPayload());
    }
    RegoObject payload = JwtToken.object(token.decodedPayload());
    if (!wanted.meetsParties(payload) || !isCurrent(context, wanted, payload)) {
      return INVALID;
    }
    return RegoArray.of(RegoBoolean.TRUE, header, payload);
  }

  /** False if the header has a part that is critical and unknown. */
  private static boolean isUnderstood(RegoObject header) throws BuiltinException {
    for (String name : List.of("alg", "cty", "kid", "typ")) {
      header(header, name);
    }
    RegoValue critical = header.get("crit");
    if (critical == null) {
      return true;
    }
    if (!(critical instanceof RegoArray names)) {
      throw BuiltinException.of("crit: must be a list");
    }
    List<String> texts = new ArrayList<>();
    for (RegoValue name : names) {
      if (name instanceof RegoString s) {
        texts.add(s.value());
      }
    }
    if (texts.isEmpty()) {
      throw BuiltinException.of("crit: must be a nonempty list");
    }
    return texts.stream().noneMatch(name -> header.get(name) != null && !UNDERSTOOD.contains(name));
  }

  /** Empty where it is absent. */
  private static String header(RegoObject header, String name) throws BuiltinException {
    RegoValue value = header.get(name);
    if (value == null || value instanceof RegoString) {
      return value instanceof RegoString s ? s.value() : "";
    }
    throw BuiltinException.of(name + ": must be a string");
  }

  private static boolean isCurrent(CallContext context, JwtConstraints wanted, RegoObject payload)
      throws BuiltinException {
    if (payload.get("exp") == null && payload.get("nbf") == null) {
      return true;
    }
    BigDecimal now =
        wanted.time().isPresent() ? wanted.time().get() : Times.now(context).decimalValue();
    return JwtConstraints.isValidAt(now, payload);
  }
}
