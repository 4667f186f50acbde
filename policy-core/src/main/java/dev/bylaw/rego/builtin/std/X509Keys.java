package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;
import java.util.Map;

/** Public keys as objects, and the numbers that Go has for algorithms. */
final class X509Keys {
  private static final Map<String, Long> KINDS =
      Map.of(
          "1.2.840.113549.1.1.1", 1L,
          "1.2.840.10040.4.1", 2L,
          "1.2.840.10045.2.1", 3L,
          "1.3.101.112", 4L);

  /** The place in this list is the number; an empty one stands for what has no name of its own. */
  private static final List<String> SIGNATURES =
      List.of(
          "",
          "1.2.840.113549.1.1.2",
          "1.2.840.113549.1.1.4",
          "1.2.840.113549.1.1.5",
          "1.2.840.113549.1.1.11",
          "1.2.840.113549.1.1.12",
          "1.2.840.113549.1.1.13",
          "1.2.840.10040.4.3",
          "2.16.840.1.101.3.4.3.2",
          "1.2.840.10045.4.1",
          "1.2.840.10045.4.3.2",
          "1.2.840.10045.4.3.3",
          "1.2.840.10045.4.3.4",
          "",
          "",
          "",
          "1.3.101.112");

  private static final String PSS = "1.2.840.113549.1.1.10";
  private static final Map<String, Long> PSS_BY_DIGEST =
      Map.of(
          "2.16.840.1.101.3.4.2.1", 13L,
          "2.16.840.1.101.3.4.2.2", 14L,
          "2.16.840.1.101.3.4.2.3", 15L);

  private X509Keys() {}

  /** The number of the algorithm of a signature, 0 for an unknown one. */
  static long signatureAlgorithm(Der algorithm) throws BuiltinException {
    String oid = algorithm.child(0).oid();
    if (!oid.equals(PSS)) {
      return Math.max(0, SIGNATURES.indexOf(oid));
    }
    var digest = algorithm.child(1).option(0);
    return digest.isEmpty()
        ? 0
        : PSS_BY_DIGEST.getOrDefault(digest.get().child(0).child(0).oid(), 0L);
  }

  /** A key of an unknown kind is null. */
  static void putPublic(Der info, RegoObject.Builder out) throws BuiltinException {
    long kind = KINDS.getOrDefault(info.child(0).child(0).oid(), 0L);
    out.put("PublicKeyAlgorithm", RegoNumber.of(kind));
    out.put("PublicKey", publicKey(info));
  }

  static RegoValue publicKey(Der info) throws BuiltinException {
    long kind = KINDS.getOrDefault(info.child(0).child(0).oid(), 0L);
    byte[] bits = info.child(1).expect(Der.BIT_STRING).bits();
    if (kind == 1) {
      Der numbers = Der.sequence(bits);
      return rsa(numbers.child(0), numbers.child(1)).build();
    } else if (kind == 3) {
      return EllipticPoint.of(info.child(0).child(1).oid(), bits).value().build();
    }
    return kind == 4 ? X509Names.base64(bits) : RegoNull.NULL;
  }

  static RegoObject.Builder rsa(Der modulus, Der exponent) throws BuiltinException {
    return RegoObject.builder()
        .put("N", RegoNumber.of(modulus.integer()))
        .put("E", RegoNumber.of(exponent.integer()));
  }
}
