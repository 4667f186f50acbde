package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A private key, in the forms that rules see.
 *
 * @param value as Go writes the key
 * @param webKey as a JSON web key
 * @param publicKey as Go writes the other side
 */
record X509PrivateKey(RegoValue value, RegoObject webKey, RegoValue publicKey) {
  private static final String RSA = "1.2.840.113549.1.1.1";
  private static final String EC = "1.2.840.10045.2.1";
  private static final String ED25519 = "1.3.101.112";
  private static final int SEED = 32; // bytes
  private static final List<String> RSA_FIELDS = List.of("n", "e", "d", "p", "q", "dp", "dq", "qi");

  /** All in a text of PEM blocks, in order; blocks of other kinds are skipped. */
  static List<X509PrivateKey> all(String pem) throws BuiltinException {
    List<X509PrivateKey> keys = new ArrayList<>();
    for (Pem block : Pem.all(pem)) {
      parse(block).ifPresent(keys::add);
    }
    return keys;
  }

  private static Optional<X509PrivateKey> parse(Pem block) throws BuiltinException {
    Der body = block.type().endsWith("PRIVATE KEY") ? Der.sequence(block.bytes()) : null;
    if (body == null) {
      return Optional.empty();
    }
    return switch (block.type()) {
      case "PRIVATE KEY" -> {
        if (body.child(1).tag() != Der.SEQUENCE) {
          throw otherForm("PKCS1");
        }
        yield Optional.of(wrapped(body));
      }
      case "RSA PRIVATE KEY" -> {
        if (body.child(1).tag() == Der.SEQUENCE) {
          throw otherForm("PKCS8");
        }
        yield Optional.of(rsa(body));
      }
      case "EC PRIVATE KEY" -> Optional.of(ellipticCurve(body));
      default -> Optional.empty();
    };
  }

  /** A key in DER, of whatever form. */
  static X509PrivateKey parse(byte[] der) throws BuiltinException {
    Der body = Der.sequence(der);
    return switch (body.child(1).tag()) {
      case Der.SEQUENCE -> wrapped(body);
      case Der.OCTET_STRING -> ellipticCurve(body, Optional.empty());
      default -> rsa(body);
    };
  }

  private static BuiltinException otherForm(String form) {
    return BuiltinException.of(
        "x509: failed to parse private key (use Parse"
            + form
            + "PrivateKey instead for this key format)");
  }

  /** PKCS #8. */
  private static X509PrivateKey wrapped(Der body) throws BuiltinException {
    Der key = body.child(2).expect(Der.OCTET_STRING).inner();
    String algorithm = body.child(1).child(0).oid();
    return switch (algorithm) {
      case RSA -> rsa(key);
      case EC -> ellipticCurve(key, Optional.of(body.child(1).child(1)));
      case ED25519 -> edwards(key.contents());
      default ->
          throw BuiltinException.of(
              "x509: PKCS#8 wrapping contained private key with unknown algorithm: " + algorithm);
    };
  }

  /** PKCS #1. */
  private static X509PrivateKey rsa(Der key) throws BuiltinException {
    RegoObject.Builder webKey = RegoObject.builder().put("kty", RegoString.of("RSA"));
    List<RegoNumber> numbers = new ArrayList<>();
    for (String field : RSA_FIELDS) {
      BigInteger number = key.child(numbers.size() + 1).integer();
      webKey.put(field, url(Encodings.unsigned(number, (number.bitLength() + 7) / 8)));
      numbers.add(RegoNumber.of(number));
    }
    RegoObject precomputed =
        RegoObject.builder()
            .put("Dp", numbers.get(5))
            .put("Dq", numbers.get(6))
            .put("Qinv", numbers.get(7))
            .put("CRTValues", RegoArray.EMPTY)
            .build();
    RegoValue value =
        X509Keys.rsa(key.child(1), key.child(2))
            .put("D", numbers.get(2))
            .put("Primes", RegoArray.of(numbers.subList(3, 5)))
            .put("Precomputed", precomputed)
            .build();
    return new X509PrivateKey(
        value, webKey.build(), X509Keys.rsa(key.child(1), key.child(2)).build());
  }

  private static X509PrivateKey ellipticCurve(Der key) throws BuiltinException {
    try {
      return ellipticCurve(key, Optional.empty());
    } catch (BuiltinException e) {
      String message = String.valueOf(e.getMessage());
      throw BuiltinException.of(
          message.startsWith("asn1: ")
              ? "x509: failed to parse EC private key: " + message
              : message);
    }
  }

  /** SEC 1. */
  private static X509PrivateKey ellipticCurve(Der key, Optional<Der> outerCurve)
      throws BuiltinException {
    BigInteger secret = new BigInteger(1, key.child(1).expect(Der.OCTET_STRING).contents());
    Optional<Der> curve = outerCurve.isPresent() ? outerCurve : inOption(key, 0);
    Optional<Der> bits = inOption(key, 1);
    if (curve.isEmpty() || bits.isEmpty()) {
      throw BuiltinException.of("x509: the elliptic curve private key has no curve or no point");
    }
    EllipticPoint point = EllipticPoint.of(curve.get().oid(), bits.get().bits());
    RegoObject webKey =
        RegoObject.builder()
            .put("kty", RegoString.of("EC"))
            .put("crv", RegoString.of(point.curve()))
            .put("x", url(Encodings.unsigned(point.x(), point.size())))
            .put("y", url(Encodings.unsigned(point.y(), point.size())))
            .put("d", url(Encodings.unsigned(secret, point.size())))
            .build();
    return new X509PrivateKey(
        point.value().put("D", RegoNumber.of(secret)).build(), webKey, point.value().build());
  }

  private static Optional<Der> inOption(Der key, int number) throws BuiltinException {
    Optional<Der> option = key.option(number);
    return option.isPresent() ? Optional.of(option.get().child(0)) : option;
  }

  private static X509PrivateKey edwards(byte[] seed) throws BuiltinException {
    if (seed.length != SEED) {
      throw BuiltinException.of("x509: invalid Ed25519 private key length: " + seed.length);
    }
    byte[] point = publicPoint(seed);
    byte[] both = Arrays.copyOf(seed, seed.length + point.length);
    System.arraycopy(point, 0, both, seed.length, point.length);
    RegoObject webKey =
        RegoObject.builder()
            .put("kty", RegoString.of("OKP"))
            .put("crv", RegoString.of("Ed25519"))
            .put("x", url(point))
            .put("d", url(seed))
            .build();
    return new X509PrivateKey(X509Names.base64(both), webKey, X509Names.base64(point));
  }

  /** The JDK makes a pair out of random bytes, which here are those of the key. */
  private static byte[] publicPoint(byte[] seed) {
    SecureRandom given =
        new SecureRandom() {
          private static final long serialVersionUID = 1L;

          @Override
          public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, Math.min(seed.length, bytes.length));
          }
        };
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, given);
      byte[] info = generator.generateKeyPair().getPublic().getEncoded();
      return Arrays.copyOfRange(info, info.length - SEED, info.length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RegoString url(byte[] bytes) {
    return RegoString.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
