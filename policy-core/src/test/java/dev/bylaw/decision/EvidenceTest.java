package dev.bylaw.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.source.InputException;
import dev.bylaw.subject.Subject;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final Instant NOW = Mini.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
  private static final ECKey KEY = key("ci", NOW.plus(Duration.ofDays(90)));
  private static final ECKey OTHER = key("ci", NOW.plus(Duration.ofDays(90)));
  private static final PolicyEngine ENGINE =
      Mini.engine(
          """
          package p

          deny contains "large" if input.warehouse.size == "XL"

          deny_tag contains sprintf("tag %s", [t]) if some t in input.warehouse.tags
          """);
  private static final Subject GOOD = Mini.warehouse("good.json", "{\"size\": \"S\"}");
  private static final Subject BAD = Mini.warehouse("bad.json", "{\"size\": \"XL\"}");

  private static ECKey key(String id, Instant expires) {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyID(id)
          .algorithm(JWSAlgorithm.ES256)
          .expirationTime(Date.from(expires))
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String publicKeys(ECKey... keys) {
    return new JWKSet(List.copyOf(Arrays.asList(keys))).toString(true);
  }

  private static Evidence evidence(Subject... subjects) {
    Decision d = ENGINE.decide(List.of(subjects), EnforcementPoint.BUILD);
    return Evidence.of(d, NOW, NOW.plus(Duration.ofDays(1)));
  }

  private static EvidenceVerifier verifier(Instant now) {
    return EvidenceVerifier.of(publicKeys(KEY), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static String refusal(String token, EvidenceVerifier verifier) {
    InputException e = catchThrowableOfType(InputException.class, () -> verifier.verify(token));
    return e.diagnostics().get(0).toString();
  }

  @Test
  void whatWasSignedIsReadBack() {
    Evidence evidence = evidence(GOOD, BAD);
    String token = EvidenceSigner.of(KEY.toJSONString()).sign(evidence);
    assertThat(verifier(NOW).verify(token)).isEqualTo(evidence);
    assertThat(evidence.outcome()).isEqualTo(Decision.Outcome.DENY);
    assertThat(evidence.inputs()).hasSize(2);
  }

  @Test
  void whatChangedIsRefused() {
    String token = EvidenceSigner.of(KEY.toJSONString()).sign(evidence(BAD));
    String[] parts = token.split("\\.", -1);
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String allowed = encoded(payload.replace("\"deny\"", "\"allow\""));
    assertThat(refusal(parts[0] + "." + allowed + "." + parts[2], verifier(NOW)))
        .contains("its signature is not right");
    String none = encoded("{\"alg\":\"none\",\"kid\":\"ci\",\"typ\":\"bylaw-evidence+jws\"}");
    assertThat(refusal(none + "." + parts[1] + ".", verifier(NOW)))
        .contains("it is not a signed JSON Web Signature");
    assertThat(refusal("nonsense", verifier(NOW))).contains("it is not a signed");
    assertThat(refusal(parts[0] + "." + parts[1] + ".", verifier(NOW)))
        .contains("cannot be trusted");
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anotherKeyAlgorithmOrTypeIsRefused() throws JOSEException {
    String forged = EvidenceSigner.of(OTHER.toJSONString()).sign(evidence(GOOD));
    assertThat(refusal(forged, verifier(NOW))).contains("its signature is not right");
    String unknown =
        EvidenceSigner.of(key("x", NOW.plusSeconds(60)).toJSONString()).sign(evidence(GOOD));
    assertThat(refusal(unknown, verifier(NOW))).contains("nobody knows its key x");
    JWSObject mac = object(JWSAlgorithm.HS256, "bylaw-evidence+jws");
    mac.sign(new MACSigner(KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
    assertThat(refusal(mac.serialize(), verifier(NOW)))
        .contains("it is signed with HS256, expected ES256");
    JWSObject other = object(JWSAlgorithm.ES256, "JWT");
    other.sign(new ECDSASigner(KEY));
    assertThat(refusal(other.serialize(), verifier(NOW))).contains("its type is JWT");
    JWSObject content = object(JWSAlgorithm.ES256, "bylaw-evidence+jws");
    content.sign(new ECDSASigner(KEY));
    assertThat(refusal(content.serialize(), verifier(NOW))).contains("its content cannot be read");
  }

  private static JWSObject object(JWSAlgorithm algorithm, String type) {
    JWSHeader header =
        new JWSHeader.Builder(algorithm).keyID("ci").type(new JOSEObjectType(type)).build();
    return new JWSObject(header, new Payload("{}"));
  }

  @Test
  void whatExpiredIsRefused() {
    String token = EvidenceSigner.of(KEY.toJSONString()).sign(evidence(GOOD));
    assertThat(refusal(token, verifier(NOW.plus(Duration.ofDays(1)))))
        .contains("it expired at 2026-11-22T00:00:00Z");
    Evidence longLived =
        Evidence.of(
            ENGINE.decide(List.of(GOOD), EnforcementPoint.BUILD),
            NOW,
            NOW.plus(Duration.ofDays(365)));
    String late = EvidenceSigner.of(KEY.toJSONString()).sign(longLived);
    assertThat(refusal(late, verifier(NOW.plus(Duration.ofDays(90)))))
        .contains("its key ci has expired");
  }

  @Test
  void keysThatCannotBeTrustedAreRefused() throws JOSEException {
    OctetSequenceKey shared =
        new OctetSequenceKeyGenerator(256).keyID("s").algorithm(JWSAlgorithm.HS256).generate();
    for (String bad :
        List.of(
            "{}",
            "{\"keys\": []}",
            new JWKSet(shared).toString(false),
            publicKeys(KEY, OTHER),
            publicKeys(new ECKey.Builder(KEY).algorithm(null).build()))) {
      InputException e =
          catchThrowableOfType(InputException.class, () -> EvidenceVerifier.of(bad, Mini.CLOCK));
      assertThat(e.diagnostics().get(0).code()).as(bad).isEqualTo("evidence_key");
    }
    String publicKey = KEY.toPublicJWK().toJSONString();
    InputException e =
        catchThrowableOfType(InputException.class, () -> EvidenceSigner.of(publicKey));
    assertThat(e).hasMessageContaining("expected a private one");
  }

  @Test
  void onlyWhatChangedIsJudgedAgain() {
    Evidence evidence = evidence(GOOD, BAD);
    Reuse counting = Reuse.upTo(100);
    PolicyEngine engine = ENGINE.reusing(counting);
    Question question = Question.at(EnforcementPoint.PROVISION).withEvidence(evidence, engine);
    Subject changed = Mini.warehouse("new.json", "{\"size\": \"S\", \"tags\": [\"t\"]}");
    List<Subject> subjects = List.of(GOOD, BAD, changed);
    Decision with = engine.decide(subjects, question);
    assertThat(counting.misses())
        .as("one rule found something in bad.json, and two have not seen new.json")
        .isEqualTo(3);
    Decision without = ENGINE.decide(subjects, EnforcementPoint.PROVISION);
    assertThat(Mini.json(with)).isEqualTo(Mini.json(without));
  }

  @Test
  void evidenceOfAnotherSetChangesNothing() {
    PolicyEngine other =
        Mini.engine("package p\n\ndeny contains \"small\" if input.warehouse.size == \"S\"\n");
    Question question = Question.at(EnforcementPoint.BUILD).withEvidence(evidence(GOOD), other);
    assertThat(question.passed()).isEmpty();
    assertThat(other.decide(List.of(GOOD), question).isAllowed()).isFalse();
  }

  @Test
  void withoutTheLibraryTheReasonIsSaid() throws Exception {
    URL classes = EvidenceSigner.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
      Class<?> signer = loader.loadClass(EvidenceSigner.class.getName());
      InvocationTargetException e =
          catchThrowableOfType(
              InvocationTargetException.class,
              () -> signer.getMethod("of", String.class).invoke(null, KEY.toJSONString()));
      assertThat(e.getCause())
          .hasMessageContaining("evidence_library")
          .hasMessageContaining("com.nimbusds:nimbus-jose-jwt");
    }
  }
}
