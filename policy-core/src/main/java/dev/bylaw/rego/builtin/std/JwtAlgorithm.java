package dev.bylaw.rego.builtin.std;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * How tokens are signed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.1">RFC 7518</a>
 */
enum JwtAlgorithm {
  HS256("HmacSHA256"),
  HS384("HmacSHA384"),
  HS512("HmacSHA512"),
  RS256("SHA256withRSA"),
  RS384("SHA384withRSA"),
  RS512("SHA512withRSA"),
  PS256("SHA-256"),
  PS384("SHA-384"),
  PS512("SHA-512"),
  ES256("SHA256withECDSAinP1363Format"),
  ES384("SHA384withECDSAinP1363Format"),
  ES512("SHA512withECDSAinP1363Format"),
  EDDSA("Ed25519");

  private static final int HMAC_BLOCK = 64;
  private static final int MIN_RSA_BITS = 1024;

  private final String java; // the name in the JDK; of the digest for PS*

  JwtAlgorithm(String java) {
    this.java = java;
  }

  static Optional<JwtAlgorithm> named(String name) {
    return Arrays.stream(values()).filter(a -> a.header().equals(name)).findFirst();
  }

  /** The name as headers have it. */
  String header() {
    return this == EDDSA ? "EdDSA" : name();
  }

  /** True if there is one key for both sides. */
  boolean isShared() {
    return name().startsWith("HS");
  }

  /** True if two signatures of one text differ. */
  boolean isRandom() {
    return name().startsWith("PS") || name().startsWith("ES");
  }

  static SecretKey shared(byte[] secret) {
    // the JDK knows no empty key; zeros pad a key anyway
    return new SecretKeySpec(secret.length == 0 ? new byte[HMAC_BLOCK] : secret, "Hmac");
  }

  /** False for a wrong signature, and for a key that does not fit. */
  boolean verifies(Key key, byte[] text, byte[] signature) {
    try {
      if (isShared()) {
        return MessageDigest.isEqual(mac(key, text), signature);
      }
      return fits(key) && key instanceof PublicKey open && verified(open, text, signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private boolean verified(PublicKey key, byte[] text, byte[] signature)
      throws GeneralSecurityException {
    int salt = key instanceof RSAPublicKey rsa && isPss() ? saltLength(rsa, signature) : 0;
    Signature verifier = signature(salt);
    verifier.initVerify(key);
    verifier.update(text);
    return verifier.verify(signature);
  }

  /**
   * @throws InvalidKeyException for a key that does not fit
   */
  byte[] sign(Key key, byte[] text) throws GeneralSecurityException {
    if (isShared()) {
      return mac(key, text);
    }
    if (!fits(key) || !(key instanceof PrivateKey secret)) {
      throw new InvalidKeyException("key does not fit " + header());
    }
    Signature signer = signature(isPss() ? MessageDigest.getInstance(java).getDigestLength() : 0);
    signer.initSign(secret);
    signer.update(text);
    return signer.sign();
  }

  private boolean isPss() {
    return name().startsWith("PS");
  }

  private boolean fits(Key key) {
    return switch (this) {
      case ES256, ES384, ES512 -> key instanceof ECKey;
      case EDDSA -> key instanceof EdECKey;
      default -> key instanceof RSAKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS;
    };
  }

  private byte[] mac(Key key, byte[] text) throws GeneralSecurityException {
    if (!(key instanceof SecretKey)) {
      throw new InvalidKeyException("key does not fit " + header());
    }
    Mac mac = Mac.getInstance(java);
    mac.init(key);
    return mac.doFinal(text);
  }

  private Signature signature(int saltLength) throws GeneralSecurityException {
    if (!isPss()) {
      return Signature.getInstance(java);
    }
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec(java, "MGF1", new MGF1ParameterSpec(java), saltLength, 1));
    return signature;
  }

  private int saltLength(RSAPublicKey key, byte[] signature) throws GeneralSecurityException {
    return PssSalt.length(key, signature, MessageDigest.getInstance(java));
  }
}
