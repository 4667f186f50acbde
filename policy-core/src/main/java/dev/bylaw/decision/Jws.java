package dev.bylaw.decision;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The only class that knows the JOSE library, which is optional. */
final class Jws {
  /** So that no other signed text of the same key passes for evidence. */
  private static final JOSEObjectType TYPE = new JOSEObjectType("bylaw-evidence+jws");

  private static final int LONGEST = 64 << 20;

  private Jws() {}

  private static InputException unusable(String reason) {
    return new InputException(
        List.of(Diagnostic.error("evidence_key", "the key cannot be used: " + reason)));
  }

  /** A key's own algorithm. Never a symmetric one: who can verify must not be able to sign. */
  private static JWSAlgorithm algorithm(JWK key) {
    if (key.getKeyID() == null || key.getAlgorithm() == null) {
      throw unusable("expected the fields kid and alg");
    }
    JWSAlgorithm algorithm = JWSAlgorithm.parse(key.getAlgorithm().getName());
    boolean known =
        JWSAlgorithm.Family.EC.contains(algorithm) || JWSAlgorithm.Family.RSA.contains(algorithm);
    if (!known || !(key instanceof AsymmetricJWK)) {
      throw unusable("found the algorithm " + algorithm + ", expected one for EC or RSA keys");
    }
    return algorithm;
  }

  /** A private key. */
  static final class Signing {
    private final JWSHeader header;
    private final JWSSigner signer;

    Signing(String jwk) {
      try {
        JWK key = JWK.parse(jwk);
        JWSAlgorithm algorithm = algorithm(key);
        if (!key.isPrivate()) {
          throw unusable("it is a public key, expected a private one");
        }
        header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).type(TYPE).build();
        signer = new DefaultJWSSignerFactory().createJWSSigner(key, algorithm);
      } catch (ParseException | JOSEException e) {
        throw unusable("it is not a JSON Web Key that can sign"); // a message may quote the key
      }
    }

    String sign(String payload) {
      JWSObject object = new JWSObject(header, new Payload(payload));
      try {
        object.sign(signer);
      } catch (JOSEException e) {
        throw unusable("signing failed: " + e.getClass().getSimpleName());
      }
      return object.serialize();
    }
  }

  /** Public keys. */
  static final class Verifying {
    private final Map<String, JWK> keys = new HashMap<>();

    Verifying(String jwkSet) {
      try {
        for (JWK key : JWKSet.parse(jwkSet).getKeys()) {
          algorithm(key);
          if (keys.put(key.getKeyID(), key) != null) {
            throw unusable("two keys have the kid " + key.getKeyID());
          }
        }
      } catch (ParseException e) {
        throw unusable("it is not a JSON Web Key Set");
      }
      if (keys.isEmpty()) {
        throw unusable("the set holds no key");
      }
    }

    String payload(String token, Instant now) {
      if (token.length() > LONGEST) {
        throw EvidenceLibrary.refused("it is longer than " + LONGEST + " characters");
      }
      try {
        JWSObject object = JWSObject.parse(token);
        JWSHeader header = object.getHeader();
        if (!TYPE.equals(header.getType())) {
          throw EvidenceLibrary.refused("its type is " + header.getType() + ", expected " + TYPE);
        }
        JWK key =
            Optional.ofNullable(header.getKeyID())
                .flatMap(id -> Optional.ofNullable(keys.get(id)))
                .orElseThrow(
                    () -> EvidenceLibrary.refused("nobody knows its key " + header.getKeyID()));
        if (!header.getAlgorithm().equals(algorithm(key))) {
          throw EvidenceLibrary.refused(
              "it is signed with %s, expected %s as its key says"
                  .formatted(header.getAlgorithm(), algorithm(key)));
        }
        check(key, now);
        JWSVerifier verifier =
            new DefaultJWSVerifierFactory()
                .createJWSVerifier(header, ((AsymmetricJWK) key).toPublicKey());
        if (!object.verify(verifier)) {
          throw EvidenceLibrary.refused("its signature is not right");
        }
        return object.getPayload().toString();
      } catch (ParseException e) {
        throw EvidenceLibrary.refused("it is not a signed JSON Web Signature");
      } catch (JOSEException e) {
        throw EvidenceLibrary.refused("it cannot be verified: " + e.getClass().getSimpleName());
      }
    }

    private static void check(JWK key, Instant now) {
      boolean expired =
          key.getExpirationTime() != null && !now.isBefore(key.getExpirationTime().toInstant());
      boolean early =
          key.getNotBeforeTime() != null && now.isBefore(key.getNotBeforeTime().toInstant());
      if (expired || early) {
        throw EvidenceLibrary.refused(
            "its key %s %s"
                .formatted(key.getKeyID(), expired ? "has expired" : "is not in use yet"));
      }
      if (key.getKeyRevocation() != null) {
        throw EvidenceLibrary.refused("its key " + key.getKeyID() + " was revoked");
      }
    }
  }
}
