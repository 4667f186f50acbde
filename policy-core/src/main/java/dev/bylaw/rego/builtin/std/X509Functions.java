package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Certificates, requests for them, and keys, in PEM or as base64 of PEM or DER. */
final class X509Functions {
  private static final String PEM = "-----BEGIN";
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String REQUEST = "CERTIFICATE REQUEST";
  private static final String OBJECTS = "array[object[string: any]]";

  private X509Functions() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "crypto.x509.parse_certificates",
            "(certs: string) => (output: " + OBJECTS + ")",
            "Reads certificates.",
            (c, args) -> RegoArray.of(certificates(Args.string(args, 0)))),
        Builtin.of(
            "crypto.x509.parse_and_verify_certificates",
            "(certs: string) => (output: array<boolean, " + OBJECTS + ">)",
            "Reads certificates and tells whether the first vouches for the last.",
            (c, args) -> X509Chain.verify(c, Args.string(args, 0))),
        Builtin.of(
            "crypto.x509.parse_and_verify_certificates_with_options",
            "(certs: string, options: object[string: any]) => (output: array<boolean, "
                + OBJECTS
                + ">)",
            "Reads certificates and tells whether the first vouches for the last.",
            (c, args) -> X509Chain.verify(c, Args.string(args, 0), Args.object(args, 1))),
        Builtin.of(
            "crypto.x509.parse_certificate_request",
            "(csr: string) => (output: object[string: any])",
            "Reads a request for a certificate.",
            (c, args) -> X509Certificates.request(request(Args.string(args, 0)))),
        Builtin.of(
            "crypto.x509.parse_keypair",
            "(cert: string, pem: string) => (output: object[string: any])",
            "Reads certificates and the private key of the first.",
            (c, args) -> keyPair(Args.string(args, 0), Args.string(args, 1))),
        Builtin.of(
            "crypto.x509.parse_rsa_private_key",
            "(pem: string) => (output: object[string: any])",
            "Gives a private key as a JSON web key.",
            (c, args) -> webKey(Args.string(args, 0))),
        Builtin.of(
            "crypto.parse_private_keys",
            "(keys: string) => (output: " + OBJECTS + ")",
            "Reads private keys.",
            (c, args) -> privateKeys(Args.string(args, 0))));
  }

  private static List<RegoObject> certificates(String text) throws BuiltinException {
    List<RegoObject> certificates = new ArrayList<>();
    for (byte[] der : encodedCertificates(text)) {
      certificates.add(X509Certificates.certificate(der));
    }
    return certificates;
  }

  /** Certificates in DER. */
  static List<byte[]> encodedCertificates(String text) throws BuiltinException {
    byte[] bytes = armoured(text);
    if (isPem(bytes)) {
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      for (Pem block : Pem.all(string(bytes))) {
        if (!block.type().equals(CERTIFICATE)) {
          throw BuiltinException.of(
              "PEM block type is '" + block.type() + "', expected " + CERTIFICATE);
        }
        joined.writeBytes(block.bytes());
      }
      bytes = joined.toByteArray();
    }
    try {
      return Der.all(bytes);
    } catch (BuiltinException e) {
      throw BuiltinException.of("x509: malformed certificate");
    }
  }

  private static byte[] request(String text) throws BuiltinException {
    boolean plain = text.startsWith(PEM + " " + REQUEST + "-----");
    byte[] bytes = plain ? Encodings.utf8(text) : Encodings.decodeBase64(text);
    if (!isPem(bytes)) {
      return bytes;
    }
    Pem block = Pem.first(string(bytes));
    if (block == null || !block.type().equals(REQUEST)) {
      throw BuiltinException.of("invalid PEM-encoded certificate signing request");
    }
    return block.bytes();
  }

  private static RegoValue keyPair(String certificates, String key) throws BuiltinException {
    byte[] certificateBytes = armoured(certificates);
    byte[] keyBytes = armoured(key);
    List<byte[]> encoded =
        isPem(certificateBytes)
            ? X509Pairing.certificates(string(certificateBytes))
            : List.of(certificateBytes);
    RegoObject leaf = X509Certificates.certificate(encoded.get(0));
    byte[] encodedKey = isPem(keyBytes) ? X509Pairing.key(string(keyBytes)) : keyBytes;
    return X509Pairing.pair(encoded, leaf, encodedKey);
  }

  private static RegoValue webKey(String text) throws BuiltinException {
    if (text.isEmpty()) {
      throw BuiltinException.of("input PEM data was empty");
    }
    List<X509PrivateKey> keys = X509PrivateKey.all(string(armoured(text)));
    return keys.isEmpty() ? RegoNull.NULL : keys.get(0).webKey();
  }

  private static RegoValue privateKeys(String text) throws BuiltinException {
    if (text.isEmpty()) {
      return RegoNull.NULL;
    }
    String pem;
    try {
      pem = string(armoured(text));
    } catch (BuiltinException e) {
      pem = text; // not encoded, so blocks may stand in other text
    }
    return RegoArray.of(X509PrivateKey.all(pem).stream().map(X509PrivateKey::value).toList());
  }

  private static byte[] armoured(String text) throws BuiltinException {
    return text.startsWith(PEM) ? Encodings.utf8(text) : Encodings.decodeBase64(text);
  }

  private static boolean isPem(byte[] bytes) {
    byte[] start = Encodings.utf8(PEM);
    return Arrays.equals(bytes, 0, Math.min(bytes.length, start.length), start, 0, start.length);
  }

  private static String string(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
