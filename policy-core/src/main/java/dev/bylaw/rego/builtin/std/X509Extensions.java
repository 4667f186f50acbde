package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;

/**
 * What the extensions of a certificate say, under the names that Go has for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.2">RFC 5280</a>
 */
final class X509Extensions {
  /** The place in this list is the number that stands for the usage. */
  static final List<String> USAGES =
      List.of(
          "2.5.29.37.0",
          "1.3.6.1.5.5.7.3.1",
          "1.3.6.1.5.5.7.3.2",
          "1.3.6.1.5.5.7.3.3",
          "1.3.6.1.5.5.7.3.4",
          "1.3.6.1.5.5.7.3.5",
          "1.3.6.1.5.5.7.3.6",
          "1.3.6.1.5.5.7.3.7",
          "1.3.6.1.5.5.7.3.8",
          "1.3.6.1.5.5.7.3.9",
          "1.3.6.1.4.1.311.10.3.3",
          "2.16.840.1.113730.4.1",
          "1.3.6.1.4.1.311.2.1.22",
          "1.3.6.1.4.1.311.61.1.1");

  private static final String OCSP = "1.3.6.1.5.5.7.48.1";
  private static final String ISSUERS = "1.3.6.1.5.5.7.48.2";

  private static final List<String> LISTS =
      List.of(
          "CRLDistributionPoints",
          "ExtKeyUsage",
          "IssuingCertificateURL",
          "OCSPServer",
          "Policies",
          "PolicyIdentifiers",
          "PolicyMappings",
          "UnknownExtKeyUsage",
          "SubjectKeyId",
          "AuthorityKeyId",
          "ExtraExtensions");
  private static final List<String> FLAGS =
      List.of(
          "BasicConstraintsValid",
          "IsCA",
          "MaxPathLenZero",
          "InhibitAnyPolicyZero",
          "InhibitPolicyMappingZero",
          "RequireExplicitPolicyZero",
          "PermittedDNSDomainsCritical");
  private static final List<String> AMOUNTS =
      List.of(
          "KeyUsage",
          "MaxPathLen",
          "InhibitAnyPolicy",
          "InhibitPolicyMapping",
          "RequireExplicitPolicy");

  private final RegoObject.Builder out;
  private final List<RegoValue> all = new ArrayList<>();
  private final List<RegoValue> unhandled = new ArrayList<>();

  private X509Extensions(RegoObject.Builder out) throws BuiltinException {
    this.out = out;
    LISTS.forEach(field -> out.put(field, RegoNull.NULL));
    FLAGS.forEach(field -> out.put(field, RegoBoolean.FALSE));
    AMOUNTS.forEach(field -> out.put(field, RegoNumber.ZERO));
    GeneralNames.NONE.putAlternatives(out);
    GeneralNames.NONE.putConstraints("Permitted", out);
    GeneralNames.NONE.putConstraints("Excluded", out);
  }

  static void read(List<Der> extensions, RegoObject.Builder out) throws BuiltinException {
    X509Extensions reader = new X509Extensions(out);
    for (Der extension : extensions) {
      reader.read(extension);
    }
    out.put("Extensions", X509Names.listed(reader.all));
    out.put("UnhandledCriticalExtensions", X509Names.listed(reader.unhandled));
  }

  /** The extension as such. */
  static RegoObject raw(Der extension) throws BuiltinException {
    List<Der> parts = extension.expect(Der.SEQUENCE).children();
    boolean critical = parts.size() > 2 && parts.get(1).isTrue();
    return RegoObject.builder()
        .put("Id", X509Names.numbers(extension.child(0)))
        .put("Critical", RegoBoolean.of(critical))
        .put("Value", X509Names.base64(value(extension).contents()))
        .build();
  }

  static Der value(Der extension) throws BuiltinException {
    List<Der> parts = extension.children();
    return parts.get(parts.size() - 1).expect(Der.OCTET_STRING);
  }

  private void read(Der extension) throws BuiltinException {
    RegoObject raw = raw(extension);
    all.add(raw);
    boolean critical = raw.get("Critical") == RegoBoolean.TRUE;
    Der value = value(extension);
    switch (extension.child(0).oid()) {
      case "2.5.29.14" -> out.put("SubjectKeyId", X509Names.base64(value.inner().contents()));
      case "2.5.29.15" -> keyUsage(value.inner());
      case "2.5.29.17" -> GeneralNames.read(value.inner().children()).putAlternatives(out);
      case "2.5.29.19" -> basicConstraints(value.inner().expect(Der.SEQUENCE).children());
      case "2.5.29.30" -> nameConstraints(value.inner(), critical);
      case "2.5.29.31" -> distributionPoints(value.inner().children());
      case "2.5.29.32" -> policies(value.inner().children());
      case "2.5.29.33" -> policyMappings(value.inner().children());
      case "2.5.29.35" -> authorityKey(value.inner());
      case "2.5.29.36" -> policyConstraints(value.inner());
      case "2.5.29.37" -> usages(value.inner().children());
      case "2.5.29.54" -> limit("InhibitAnyPolicy", value.inner());
      case "1.3.6.1.5.5.7.1.1" -> authorityAccess(value.inner().children());
      default -> {
        if (critical) {
          unhandled.add(X509Names.numbers(extension.child(0)));
        }
      }
    }
  }

  /** The first bit is worth 1. */
  private void keyUsage(Der bits) throws BuiltinException {
    byte[] bytes = bits.expect(Der.BIT_STRING).bits();
    long usage = 0;
    for (int i = 0; i < 9 && i / 8 < bytes.length; i++) {
      if ((bytes[i / 8] & (0x80 >> (i % 8))) != 0) {
        usage |= 1L << i;
      }
    }
    out.put("KeyUsage", RegoNumber.of(usage));
  }

  private void basicConstraints(List<Der> parts) throws BuiltinException {
    boolean authority =
        !parts.isEmpty() && parts.get(0).tag() == Der.BOOLEAN && parts.get(0).isTrue();
    out.put("BasicConstraintsValid", RegoBoolean.TRUE).put("IsCA", RegoBoolean.of(authority));
    Der last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    if (last != null && last.tag() == Der.INTEGER) {
      limit("MaxPathLen", last);
    } else {
      out.put("MaxPathLen", RegoNumber.of(-1));
    }
  }

  private void limit(String field, Der number) throws BuiltinException {
    RegoNumber limit = RegoNumber.of(number.integer());
    out.put(field, limit).put(field + "Zero", RegoBoolean.of(limit.signum() == 0));
  }

  private void policyConstraints(Der sequence) throws BuiltinException {
    for (Der part : sequence.children()) {
      limit(part.choice() == 0 ? "RequireExplicitPolicy" : "InhibitPolicyMapping", part);
    }
  }

  private void nameConstraints(Der sequence, boolean critical) throws BuiltinException {
    out.put("PermittedDNSDomainsCritical", RegoBoolean.of(critical));
    for (Der part : sequence.children()) {
      List<Der> bases = new ArrayList<>();
      for (Der tree : part.children()) {
        bases.add(tree.child(0));
      }
      GeneralNames.read(bases).putConstraints(part.choice() == 0 ? "Permitted" : "Excluded", out);
    }
  }

  private void distributionPoints(List<Der> points) throws BuiltinException {
    List<RegoValue> urls = new ArrayList<>();
    for (Der point : points) {
      var name = point.option(0);
      var full = name.isPresent() ? name.get().option(0) : name;
      if (full.isPresent()) {
        urls.addAll(GeneralNames.read(full.get().children()).uris());
      }
    }
    out.put("CRLDistributionPoints", X509Names.listed(urls));
  }

  private void policies(List<Der> policies) throws BuiltinException {
    List<RegoValue> numbers = new ArrayList<>();
    List<RegoValue> texts = new ArrayList<>();
    for (Der policy : policies) {
      numbers.add(X509Names.numbers(policy.child(0)));
      texts.add(RegoString.of(policy.child(0).oid()));
    }
    out.put("PolicyIdentifiers", X509Names.listed(numbers));
    out.put("Policies", X509Names.listed(texts));
  }

  private void policyMappings(List<Der> mappings) throws BuiltinException {
    List<RegoValue> pairs = new ArrayList<>();
    for (Der mapping : mappings) {
      pairs.add(
          RegoObject.builder()
              .put("IssuerDomainPolicy", RegoString.of(mapping.child(0).oid()))
              .put("SubjectDomainPolicy", RegoString.of(mapping.child(1).oid()))
              .build());
    }
    out.put("PolicyMappings", X509Names.listed(pairs));
  }

  private void authorityKey(Der sequence) throws BuiltinException {
    var id = sequence.option(0);
    if (id.isPresent()) {
      out.put("AuthorityKeyId", X509Names.base64(id.get().contents()));
    }
  }

  private void usages(List<Der> usages) throws BuiltinException {
    List<RegoValue> known = new ArrayList<>();
    List<RegoValue> unknown = new ArrayList<>();
    for (Der usage : usages) {
      int number = USAGES.indexOf(usage.oid());
      if (number >= 0) {
        known.add(RegoNumber.of(number));
      } else {
        unknown.add(X509Names.numbers(usage));
      }
    }
    out.put("ExtKeyUsage", X509Names.listed(known));
    out.put("UnknownExtKeyUsage", X509Names.listed(unknown));
  }

  private void authorityAccess(List<Der> descriptions) throws BuiltinException {
    List<RegoValue> responders = new ArrayList<>();
    List<RegoValue> issuers = new ArrayList<>();
    for (Der description : descriptions) {
      List<RegoString> urls = GeneralNames.read(List.of(description.child(1))).uris();
      switch (description.child(0).oid()) {
        case OCSP -> responders.addAll(urls);
        case ISSUERS -> issuers.addAll(urls);
        default -> {}
      }
    }
    out.put("OCSPServer", X509Names.listed(responders));
    out.put("IssuingCertificateURL", X509Names.listed(issuers));
  }
}
