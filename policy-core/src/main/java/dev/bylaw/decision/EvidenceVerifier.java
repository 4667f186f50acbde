package dev.bylaw.decision;

import dev.bylaw.source.InputException;
import java.time.Clock;
import java.time.Instant;

/**
 * Reads signed evidence. Refused is what was changed, what is signed with a key that is not known
 * or has expired or with another algorithm than the key's, and what has expired. Needs {@code
 * com.nimbusds:nimbus-jose-jwt} on the class path. Thread-safe.
 */
public final class EvidenceVerifier {
  private final Jws.Verifying verifying;
  private final Clock clock;

  private EvidenceVerifier(Jws.Verifying verifying, Clock clock) {
    this.verifying = verifying;
    this.clock = clock;
  }

  /**
   * Trusts some keys.
   *
   * @param jwkSet a JSON Web Key Set (RFC 7517) of public keys, each with {@code kid} and {@code
   *     alg}, and {@code exp} where it expires
   * @throws InputException if a key cannot verify, or if the library is absent
   */
  public static EvidenceVerifier of(String jwkSet, Clock clock) {
    return new EvidenceVerifier(EvidenceLibrary.needed(() -> new Jws.Verifying(jwkSet)), clock);
  }

  /**
   * Verifies and reads.
   *
   * @throws InputException with the reason why it is refused
   */
  public Evidence verify(String token) {
    Instant now = clock.instant();
    String payload = verifying.payload(token.strip(), now);
    try {
      Evidence evidence = EvidenceJson.read(payload);
      if (!now.isBefore(evidence.expires())) {
        throw EvidenceLibrary.refused("it expired at " + evidence.expires());
      }
      return evidence;
    } catch (IllegalArgumentException e) {
      throw EvidenceLibrary.refused("its content cannot be read: " + e.getMessage());
    }
  }
}
