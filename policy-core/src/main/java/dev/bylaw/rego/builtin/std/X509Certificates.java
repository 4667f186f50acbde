package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Certificates and requests for them as objects, with the fields that Go has for them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.1">RFC 5280</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2986#section-4">RFC 2986</a>
 */
final class X509Certificates {
  private static final int UTC_TIME = 0x17;
  private static final String EXTENSION_REQUEST = "1.2.840.113549.1.9.14";
  private static final DateTimeFormatter TWO_DIGIT_YEAR =
      new DateTimeFormatterBuilder()
          .appendValueReduced(ChronoField.YEAR, 2, 2, 1950)
          .appendPattern("MMddHHmmssX")
          .toFormatter();
  private static final DateTimeFormatter FULL_YEAR = DateTimeFormatter.ofPattern("uuuuMMddHHmmssX");

  private X509Certificates() {}

  static RegoObject certificate(byte[] encoded) throws BuiltinException {
    try {
      return certificate(Der.sequence(encoded));
    } catch (BuiltinException e) {
      String message = String.valueOf(e.getMessage());
      throw BuiltinException.of(
          message.startsWith("x509: ") ? message : "x509: malformed certificate");
    }
  }

  private static RegoObject certificate(Der outer) throws BuiltinException {
    List<Der> sections = outer.children();
    if (sections.isEmpty() || sections.get(0).tag() != Der.SEQUENCE) {
      throw BuiltinException.of("x509: malformed tbs certificate");
    }
    Der inner = sections.get(0);
    List<Der> parts = new ArrayList<>(inner.children());
    long version = 1;
    if (!parts.isEmpty() && parts.get(0).choice() == 0) {
      version += parts.remove(0).child(0).integer().longValue();
    }
    Der signed = outer.child(1);
    if (parts.size() > 1 && !Arrays.equals(parts.get(1).encoded(), signed.encoded())) {
      throw BuiltinException.of(
          "x509: inner and outer signature algorithm identifiers don't match");
    }
    if (parts.size() < 6) {
      throw BuiltinException.of("x509: malformed tbs certificate");
    }
    RegoObject.Builder out = RegoObject.builder();
    X509Extensions.read(extensions(parts), out);
    out.put("Raw", X509Names.base64(outer.encoded()));
    out.put("RawTBSCertificate", X509Names.base64(inner.encoded()));
    out.put("RawIssuer", X509Names.base64(parts.get(2).encoded()));
    out.put("Version", RegoNumber.of(version));
    out.put("SerialNumber", RegoNumber.of(parts.get(0).expect(Der.INTEGER).integer()));
    out.put("Issuer", X509Names.read(parts.get(2)));
    out.put("NotBefore", time(parts.get(3).child(0)));
    out.put("NotAfter", time(parts.get(3).child(1)));
    putSubject(parts.get(4), parts.get(5), out);
    putSignature(signed, outer.child(2), out);
    return out.build();
  }

  private static List<Der> extensions(List<Der> parts) throws BuiltinException {
    for (Der part : parts.subList(6, parts.size())) {
      if (part.choice() == 3) {
        return part.child(0).children();
      }
    }
    return List.of();
  }

  private static void putSubject(Der subject, Der key, RegoObject.Builder out)
      throws BuiltinException {
    out.put("RawSubject", X509Names.base64(subject.encoded()));
    out.put("Subject", X509Names.read(subject));
    out.put("RawSubjectPublicKeyInfo", X509Names.base64(key.encoded()));
    X509Keys.putPublic(key, out);
  }

  private static void putSignature(Der algorithm, Der bits, RegoObject.Builder out)
      throws BuiltinException {
    out.put("SignatureAlgorithm", RegoNumber.of(X509Keys.signatureAlgorithm(algorithm)));
    out.put("Signature", X509Names.base64(bits.expect(Der.BIT_STRING).bits()));
  }

  private static RegoValue time(Der time) throws BuiltinException {
    String text = new String(time.contents(), StandardCharsets.US_ASCII);
    try {
      DateTimeFormatter format = time.tag() == UTC_TIME ? TWO_DIGIT_YEAR : FULL_YEAR;
      LocalDateTime read = LocalDateTime.parse(text, format);
      return RegoString.of(DateTimeFormatter.ISO_INSTANT.format(read.toInstant(ZoneOffset.UTC)));
    } catch (DateTimeException e) {
      throw BuiltinException.of("x509: malformed validity");
    }
  }

  static RegoObject request(byte[] encoded) throws BuiltinException {
    if (encoded.length == 0) {
      throw Der.syntax("sequence truncated");
    }
    Der outer = Der.sequence(encoded);
    Der inner = outer.child(0).expect(Der.SEQUENCE);
    List<Der> parts = inner.children();
    RegoObject.Builder out = RegoObject.builder();
    out.put("Raw", X509Names.base64(outer.encoded()));
    out.put("RawTBSCertificateRequest", X509Names.base64(inner.encoded()));
    out.put("Version", RegoNumber.of(inner.child(0).expect(Der.INTEGER).integer()));
    putSubject(inner.child(1), inner.child(2), out);
    putSignature(outer.child(1), outer.child(2), out);
    putAttributes(parts.size() > 3 ? parts.get(3).children() : List.of(), out);
    return out.build().without(RegoString.of("URIStrings"));
  }

  /** What is asked for: most of it is a list of extensions. */
  private static void putAttributes(List<Der> attributes, RegoObject.Builder out)
      throws BuiltinException {
    List<RegoValue> plain = new ArrayList<>();
    List<RegoValue> extensions = new ArrayList<>();
    GeneralNames names = GeneralNames.NONE;
    for (Der attribute : attributes) {
      if (!attribute.child(0).oid().equals(EXTENSION_REQUEST)) {
        continue;
      }
      List<RegoValue> pairs = new ArrayList<>();
      for (Der extension : attribute.child(1).child(0).children()) {
        RegoObject raw = X509Extensions.raw(extension);
        extensions.add(raw);
        pairs.add(
            pair(extension.child(0), X509Names.base64(X509Extensions.value(extension).contents())));
        if (extension.child(0).oid().equals("2.5.29.17")) {
          names = GeneralNames.read(X509Extensions.value(extension).inner().children());
        }
      }
      plain.add(pair(attribute.child(0), RegoArray.of(RegoArray.of(pairs))));
    }
    names.putAlternatives(out);
    out.put("Attributes", X509Names.listed(plain));
    out.put("Extensions", X509Names.listed(extensions));
    out.put("ExtraExtensions", RegoNull.NULL);
  }

  private static RegoObject pair(Der type, RegoValue value) throws BuiltinException {
    return RegoObject.builder().put("Type", X509Names.numbers(type)).put("Value", value).build();
  }
}
