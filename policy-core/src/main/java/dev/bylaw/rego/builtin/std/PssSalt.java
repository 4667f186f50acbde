package dev.bylaw.rego.builtin.std;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/**
 * How long the salt in a signature of RSASSA-PSS is. Tokens should have one as long as the digest,
 * but OPA accepts any, and the JDK must be told.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8017#section-9.1.2">RFC 8017</a>
 */
final class PssSalt {
  private PssSalt() {}

  /** Not negative; meaningless where the signature is wrong. */
  static int length(RSAPublicKey key, byte[] signature, MessageDigest digest) {
    BigInteger number = new BigInteger(1, signature);
    if (number.compareTo(key.getModulus()) >= 0) {
      return 0;
    }
    int bits = key.getModulus().bitLength() - 1;
    byte[] encoded =
        Encodings.unsigned(
            number.modPow(key.getPublicExponent(), key.getModulus()), (bits + 7) / 8);
    int masked = encoded.length - digest.getDigestLength() - 1;
    if (masked <= 0) {
      return 0;
    }
    byte[] hash = Arrays.copyOfRange(encoded, masked, encoded.length - 1);
    byte[] data = Arrays.copyOf(encoded, masked);
    unmask(data, hash, digest);
    data[0] &= (byte) (0xFF >>> (8 * encoded.length - bits));
    for (int i = 0; i < data.length; i++) {
      if (data[i] != 0) {
        return data.length - i - 1; // zeros, then 1, then the salt
      }
    }
    return 0;
  }

  /** Takes the mask away that is made of the hash. */
  private static void unmask(byte[] data, byte[] hash, MessageDigest digest) {
    for (int from = 0, counter = 0; from < data.length; counter++) {
      digest.update(hash);
      digest.update(new byte[] {0, 0, (byte) (counter >>> 8), (byte) counter});
      for (byte mask : digest.digest()) {
        if (from < data.length) {
          data[from++] ^= mask;
        }
      }
    }
  }
}
