package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import java.security.Key;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The keys that a token may be verified with. */
final class JwtKeys {
  private final List<WebKeys.WebKey> keys;

  private JwtKeys(List<WebKeys.WebKey> keys) {
    this.keys = keys;
  }

  /** One secret that both sides know. */
  static JwtKeys shared(String secret) {
    return of(JwtAlgorithm.shared(Encodings.utf8(secret)));
  }

  /** A certificate or a public key in PEM, or JSON web keys. */
  static JwtKeys parse(String text) throws BuiltinException {
    Pem block = Pem.first(text);
    if (block == null) {
      try {
        return new JwtKeys(WebKeys.parse(text).stream().filter(JwtKeys::signs).toList());
      } catch (BuiltinException e) {
        throw BuiltinException.of(
            "failed to parse a JWK key (set): jwk.ParseString: failed to parse string: "
                + e.getMessage());
      }
    }
    if (!block.rest().isEmpty()) {
      throw BuiltinException.of("extra data after a PEM certificate block");
    }
    return of(publicKey(block));
  }

  private static boolean signs(WebKeys.WebKey key) {
    return key.algorithm().isEmpty() || JwtAlgorithm.named(key.algorithm()).isPresent();
  }

  private static PublicKey publicKey(Pem block) throws BuiltinException {
    String kind = block.type();
    try {
      if (kind.equals("CERTIFICATE")) {
        return PublicKeys.of(PublicKeys.certificate(block.bytes()));
      } else if (kind.equals("PUBLIC KEY")) {
        return PublicKeys.parse(block.bytes());
      }
    } catch (BuiltinException e) {
      String what = kind.equals("CERTIFICATE") ? "certificate" : "public key";
      throw BuiltinException.of("failed to parse a PEM " + what + ": " + e.getMessage());
    }
    throw BuiltinException.of("failed to extract a Key from the PEM certificate");
  }

  private static JwtKeys of(Key key) {
    return new JwtKeys(List.of(new WebKeys.WebKey("", "", Optional.of(key))));
  }

  /**
   * True if one of the keys made the signature.
   *
   * @param id where a key has it, that key alone is tried; otherwise all that are for the algorithm
   */
  boolean verify(JwtAlgorithm algorithm, String id, byte[] text, byte[] signature) {
    Optional<WebKeys.WebKey> named =
        keys.stream().filter(key -> !id.isEmpty() && key.id().equals(id)).findFirst();
    Stream<WebKeys.WebKey> tried =
        named.isPresent()
            ? named.stream()
            : keys.stream().filter(key -> Set.of("", algorithm.header()).contains(key.algorithm()));
    return tried
        .flatMap(key -> key.key().stream())
        .anyMatch(key -> algorithm.verifies(key, text, signature));
  }
}
