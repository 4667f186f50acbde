package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EllipticCurve;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;

/** The kinds of keys that have two sides, made of their numbers. */
final class WebKeyKinds {
  private static final Map<String, String> CURVES =
      Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");
  private static final int EDWARDS_SIZE = 32;
  // what stands before the 32 bytes of a public key in its DER form
  private static final byte[] ED25519 = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  private WebKeyKinds() {}

  static Key rsa(WebKeyReader fields) throws BuiltinException, GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance("RSA");
    BigInteger n = new BigInteger(1, fields.nonEmpty("n"));
    BigInteger e = new BigInteger(1, fields.nonEmpty("e"));
    if (!fields.isSecret()) {
      return factory.generatePublic(new RSAPublicKeySpec(n, e));
    }
    BigInteger d = fields.number("d");
    BigInteger p = fields.number("p");
    BigInteger q = fields.number("q");
    if (p.signum() == 0 || q.signum() == 0 || !p.gcd(q).equals(BigInteger.ONE)) {
      throw new GeneralSecurityException("p and q are missing, or no primes");
    }
    return factory.generatePrivate(
        new RSAPrivateCrtKeySpec(
            n,
            e,
            d,
            p,
            q,
            d.mod(p.subtract(BigInteger.ONE)),
            d.mod(q.subtract(BigInteger.ONE)),
            q.modInverse(p)));
  }

  static Key ellipticCurve(WebKeyReader fields) throws BuiltinException, GeneralSecurityException {
    String name = fields.text("crv");
    String curve = CURVES.get(name);
    if (curve == null) {
      throw unknownCurve(fields, name);
    }
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(curve));
    ECParameterSpec spec = parameters.getParameterSpec(ECParameterSpec.class);
    int size = (spec.getCurve().getField().getFieldSize() + 7) / 8;
    for (String field : new String[] {"x", "y"}) {
      int length = fields.bytes(field).length;
      if (length != size) {
        throw fields.invalid(
            "invalid \"%s\" length (%d) for curve \"%s\"".formatted(field, length, name));
      }
    }
    ECPoint point = new ECPoint(fields.number("x"), fields.number("y"));
    if (!liesOn(point, spec.getCurve())) {
      throw fields.invalid(
          "invalid ECDSA public key: " + name.replace("-", "") + " point not on curve");
    }
    KeyFactory factory = KeyFactory.getInstance("EC");
    return fields.isSecret()
        ? factory.generatePrivate(new ECPrivateKeySpec(fields.number("d"), spec))
        : factory.generatePublic(new ECPublicKeySpec(point, spec));
  }

  private static BuiltinException unknownCurve(WebKeyReader fields, String name) {
    return fields.undecodable("crv", "unknown EllipticCurveAlgorithm: \"" + name + "\"");
  }

  /** y² = x³ + ax + b; the JDK does not ask. */
  private static boolean liesOn(ECPoint point, EllipticCurve curve) {
    BigInteger p = ((ECFieldFp) curve.getField()).getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    BigInteger right = x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB());
    return x.compareTo(p) < 0
        && y.compareTo(p) < 0
        && y.multiply(y).subtract(right).mod(p).signum() == 0;
  }

  static Key edwardsCurve(WebKeyReader fields) throws BuiltinException, GeneralSecurityException {
    String name = fields.text("crv");
    if (!name.equals("Ed25519") && !name.equals("X25519")) {
      throw unknownCurve(fields, name);
    }
    byte[] point = fields.nonEmpty("x");
    if (point.length != EDWARDS_SIZE) {
      throw fields.invalid(
          (name.startsWith("X") ? "x25519" : "ed25519") + ": wrong public key size");
    }
    if (name.startsWith("X")) {
      throw new GeneralSecurityException(name + " does not sign");
    }
    KeyFactory factory = KeyFactory.getInstance("Ed25519");
    if (fields.isSecret()) {
      return factory.generatePrivate(
          new EdECPrivateKeySpec(NamedParameterSpec.ED25519, fields.bytes("d")));
    }
    byte[] encoded = new byte[ED25519.length + EDWARDS_SIZE];
    System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
    System.arraycopy(point, 0, encoded, ED25519.length, EDWARDS_SIZE);
    return factory.generatePublic(new X509EncodedKeySpec(encoded));
  }
}
