package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;

/** Certificates with the private key of the first, as a TLS server needs them. */
final class X509Pairing {
  private static final String KEY = "PRIVATE KEY";

  private X509Pairing() {}

  /** In DER; blocks of other types are skipped. */
  static List<byte[]> certificates(String pem) throws BuiltinException {
    List<byte[]> certificates = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (Pem block : Pem.all(pem)) {
      if (block.type().equals("CERTIFICATE")) {
        certificates.add(block.bytes());
      } else {
        skipped.add(block.type());
      }
    }
    if (!certificates.isEmpty()) {
      return certificates;
    }
    throw missing(
        skipped,
        "certificate",
        "\"CERTIFICATE\" PEM block",
        skipped.size() == 1 && skipped.get(0).endsWith(KEY)
            ? "failed to find certificate PEM data in certificate input, but did find a private"
                + " key; PEM inputs may have been switched"
            : "");
  }

  /** The first private key, in DER. */
  static byte[] key(String pem) throws BuiltinException {
    List<String> skipped = new ArrayList<>();
    for (Pem block : Pem.all(pem)) {
      if (block.type().equals(KEY) || block.type().endsWith(" " + KEY)) {
        return block.bytes();
      }
      skipped.add(block.type());
    }
    throw missing(
        skipped,
        "key",
        "PEM block with type ending in \"" + KEY + "\"",
        skipped.equals(List.of("CERTIFICATE"))
            ? "found a certificate rather than a key in the PEM for the private key"
            : "");
  }

  private static BuiltinException missing(
      List<String> skipped, String input, String wanted, String switched) {
    String message =
        skipped.isEmpty()
            ? "failed to find any PEM data in " + input + " input"
            : "failed to find "
                + wanted
                + " in "
                + input
                + " input after skipping PEM blocks of the following types: ["
                + String.join(" ", skipped)
                + "]";
    return BuiltinException.of("tls: " + (switched.isEmpty() ? message : switched));
  }

  static RegoValue pair(List<byte[]> certificates, RegoObject leaf, byte[] key)
      throws BuiltinException {
    X509PrivateKey secret;
    try {
      secret = X509PrivateKey.parse(key);
    } catch (BuiltinException e) {
      throw BuiltinException.of("tls: failed to parse private key");
    }
    RegoValue publicKey = leaf.toMap().getOrDefault(RegoString.of("PublicKey"), RegoNull.NULL);
    if (!publicKey.equals(secret.publicKey())) {
      boolean sameType = kind(publicKey).equals(kind(secret.publicKey()));
      throw BuiltinException.of(
          sameType
              ? "tls: private key does not match public key"
              : "tls: private key type does not match public key type");
    }
    return RegoObject.builder()
        .put("Certificate", RegoArray.of(certificates.stream().map(X509Names::base64).toList()))
        .put("PrivateKey", secret.value())
        .put("Leaf", leaf.without(RegoString.of("URIStrings")))
        .put("OCSPStaple", RegoNull.NULL)
        .put("SignedCertificateTimestamps", RegoNull.NULL)
        .put("SupportedSignatureAlgorithms", RegoNull.NULL)
        .build();
  }

  /** Tells the kinds of keys apart by the fields that they have. */
  private static List<RegoValue> kind(RegoValue key) {
    return key instanceof RegoObject object ? List.copyOf(object.toMap().keySet()) : List.of();
  }
}
