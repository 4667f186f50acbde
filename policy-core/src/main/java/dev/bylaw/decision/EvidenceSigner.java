package dev.bylaw.decision;

/**
 * Signs evidence as a JSON Web Signature (RFC 7515). Needs {@code com.nimbusds:nimbus-jose-jwt} on
 * the class path. Thread-safe.
 */
public final class EvidenceSigner {
  private final Jws.Signing signing;

  private EvidenceSigner(Jws.Signing signing) {
    this.signing = signing;
  }

  /**
   * Signs with a private key.
   *
   * @param jwk a JSON Web Key (RFC 7517), EC or RSA, with {@code kid} and {@code alg}
   * @throws dev.bylaw.source.InputException if the key cannot sign, or if the library is absent
   */
  public static EvidenceSigner of(String jwk) {
    return new EvidenceSigner(EvidenceLibrary.needed(() -> new Jws.Signing(jwk)));
  }

  /** In compact form: three parts with a dot between them. */
  public String sign(Evidence evidence) {
    return signing.sign(EvidenceJson.write(evidence));
  }
}
