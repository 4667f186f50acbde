package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import java.io.ByteArrayInputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;
import java.util.Set;

/** Certificates and public keys in DER. */
final class PublicKeys {
  private static final Map<String, String> KINDS =
      Map.of(
          "1.2.840.113549.1.1.1", "RSA",
          "1.2.840.10045.2.1", "EC",
          "1.3.101.112", "Ed25519",
          "1.3.101.110", "X25519");
  // P-224, P-256, P-384, P-521
  private static final Set<String> CURVES =
      Set.of(
          "1.3.132.0.33",
          "1.2.840.10045.3.1.7",
          "1.3.132.0.34",
          "1.3.132.0.35",
          "secp224r1",
          "secp256r1",
          "secp384r1",
          "secp521r1");

  private PublicKeys() {}

  static X509Certificate certificate(byte[] der) throws BuiltinException {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      if (factory.generateCertificate(new ByteArrayInputStream(der))
          instanceof X509Certificate certificate) {
        return certificate;
      }
      throw BuiltinException.of("x509: malformed certificate");
    } catch (CertificateException e) {
      throw BuiltinException.of("x509: malformed certificate");
    }
  }

  /** The key of a certificate. */
  static PublicKey of(X509Certificate certificate) throws BuiltinException {
    return parse(certificate.getPublicKey().getEncoded());
  }

  static PublicKey parse(byte[] der) throws BuiltinException {
    String algorithm = Der.sequence(der).child(0).child(0).oid();
    String kind = KINDS.get(algorithm);
    if (kind == null) {
      throw BuiltinException.of("x509: unknown public key algorithm");
    }
    try {
      return supported(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der)));
    } catch (InvalidKeySpecException e) {
      throw BuiltinException.of(
          kind.equals("EC") ? "x509: unsupported elliptic curve" : "x509: invalid public key");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicKey supported(PublicKey key)
      throws BuiltinException, GeneralSecurityException {
    if (key instanceof ECPublicKey ec) {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(ec.getParams());
      if (!CURVES.contains(parameters.getParameterSpec(ECGenParameterSpec.class).getName())) {
        throw BuiltinException.of("x509: unsupported elliptic curve");
      }
    }
    return key;
  }
}
