package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;

/**
 * A public key on an elliptic curve.
 *
 * @param curve for example {@code P-256}
 * @param size of a coordinate, in bytes
 */
record EllipticPoint(String curve, int size, BigInteger x, BigInteger y) {
  private static final Map<String, String> NAMES =
      Map.of(
          "1.3.132.0.33", "P-224",
          "1.2.840.10045.3.1.7", "P-256",
          "1.3.132.0.34", "P-384",
          "1.3.132.0.35", "P-521");
  private static final byte UNCOMPRESSED = 4;

  static EllipticPoint of(String oid, byte[] bits) throws BuiltinException {
    String name = NAMES.get(oid);
    if (name == null) {
      throw BuiltinException.of("x509: unsupported elliptic curve");
    }
    int size = (Integer.parseInt(name.substring(2)) + 7) / 8;
    if (bits.length != 1 + 2 * size || bits[0] != UNCOMPRESSED) {
      throw BuiltinException.of("x509: failed to unmarshal elliptic curve point");
    }
    return new EllipticPoint(
        name,
        size,
        new BigInteger(1, Arrays.copyOfRange(bits, 1, 1 + size)),
        new BigInteger(1, Arrays.copyOfRange(bits, 1 + size, bits.length)));
  }

  /** As Go writes it: its curves have no fields. */
  RegoObject.Builder value() {
    return RegoObject.builder()
        .put("Curve", RegoObject.EMPTY)
        .put("X", RegoNumber.of(x))
        .put("Y", RegoNumber.of(y));
  }
}
