package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Verifies that the first of some certificates vouches for the last, with the help of those between
 * them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-6">RFC 5280</a>
 */
final class X509Chain {
  private static final RegoArray INVALID = RegoArray.of(RegoBoolean.FALSE, RegoArray.EMPTY);
  private static final int MAX_INTERMEDIATES = 10;
  private static final String NAME_CONSTRAINTS = "2.5.29.30";
  private static final int CERTIFICATE_SIGNING = 5; // among the bits of the key usage

  private final Instant time;
  private final X509Options options;

  private X509Chain(Instant time, X509Options options) {
    this.time = time;
    this.options = options;
  }

  static RegoValue verify(CallContext context, String text) throws BuiltinException {
    return verify(context, text, () -> X509Options.DEFAULT, c -> c);
  }

  /** Here the certificates have no {@code URIStrings}, as in OPA. */
  static RegoValue verify(CallContext context, String text, RegoObject options)
      throws BuiltinException {
    return verify(
        context,
        text,
        () -> X509Options.of(options),
        certificate -> certificate.without(RegoString.of("URIStrings")));
  }

  /** Options that are read only if there is something to verify. */
  private interface Options {
    X509Options get() throws BuiltinException;
  }

  private static RegoValue verify(
      CallContext context, String text, Options wanted, UnaryOperator<RegoObject> shown)
      throws BuiltinException {
    List<X509Certificate> certificates;
    try {
      certificates = new ArrayList<>();
      for (byte[] der : X509Functions.encodedCertificates(text)) {
        X509Certificates.certificate(der);
        certificates.add(PublicKeys.certificate(der));
      }
    } catch (BuiltinException e) {
      return INVALID;
    }
    X509Options options = wanted.get();
    if (certificates.size() < 2) {
      return INVALID;
    }
    List<RegoValue> chain = new ArrayList<>();
    try {
      for (X509Certificate link : new X509Chain(time(context, options), options).of(certificates)) {
        chain.add(shown.apply(X509Certificates.certificate(link.getEncoded())));
      }
    } catch (CertPathBuilderException | CertPathValidatorException | CertificateException e) {
      return INVALID;
    }
    return RegoArray.of(RegoBoolean.TRUE, RegoArray.of(chain));
  }

  private static Instant time(CallContext context, X509Options options) throws BuiltinException {
    if (options.time().isPresent()) {
      return options.time().get();
    }
    BigDecimal nanos = Times.now(context).decimalValue();
    return Instant.EPOCH.plusNanos(nanos.longValue());
  }

  /** From the last certificate to the first. */
  private List<X509Certificate> of(List<X509Certificate> certificates)
      throws CertPathBuilderException, CertPathValidatorException, CertificateException {
    X509Certificate root = certificates.get(0);
    X509Certificate leaf = certificates.get(certificates.size() - 1);
    root.checkValidity(Date.from(time));
    leaf.checkValidity(Date.from(time));
    if (!options.host().isEmpty() && !HostNames.match(options.host(), leaf)) {
      throw new CertificateException("the certificate is for other names");
    }
    List<X509Certificate> chain = new ArrayList<>();
    if (!leaf.equals(root)) {
      for (Certificate link : path(root, certificates, leaf).getCertificates()) {
        if (link instanceof X509Certificate certificate) {
          chain.add(certificate);
        }
      }
      checkRoot(root, chain);
    }
    chain.add(root);
    checkUsages(chain);
    return chain;
  }

  /** What the JDK does not ask of a certificate that is trusted anyway. */
  private void checkRoot(X509Certificate root, List<X509Certificate> chain)
      throws CertificateException, CertPathValidatorException {
    boolean[] usage = root.getKeyUsage();
    boolean authority = root.getBasicConstraints() >= chain.size() - 1 || root.getVersion() < 3;
    if (!authority || (usage != null && !usage[CERTIFICATE_SIGNING])) {
      throw new CertificateException("the first certificate may not sign such chains");
    }
    boolean constrained =
        root.hasUnsupportedCriticalExtension() || root.getExtensionValue(NAME_CONSTRAINTS) != null;
    if (!constrained) {
      return;
    }
    if (!root.getIssuerX500Principal().equals(root.getSubjectX500Principal())) {
      throw new CertificateException("constraints of the first certificate cannot be checked");
    }
    List<X509Certificate> whole = new ArrayList<>(chain);
    whole.add(root);
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(time));
      CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(whole);
      CertPathValidator.getInstance("PKIX").validate(path, parameters);
    } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
      throw new IllegalStateException(e);
    }
  }

  private CertPath path(
      X509Certificate root, List<X509Certificate> certificates, X509Certificate leaf)
      throws CertPathBuilderException {
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(leaf);
    try {
      PKIXBuilderParameters parameters =
          new PKIXBuilderParameters(Set.of(new TrustAnchor(root, null)), target);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(certificates)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(time));
      parameters.setMaxPathLength(MAX_INTERMEDIATES);
      return CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath();
    } catch (CertPathBuilderException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One of the wanted usages must be permitted by each certificate that names usages. */
  private void checkUsages(List<X509Certificate> chain) throws CertificateParsingException {
    for (String usage : options.usages()) {
      boolean permitted = true;
      for (X509Certificate link : chain) {
        List<String> named = link.getExtendedKeyUsage();
        permitted &=
            named == null
                || usage.equals(X509Extensions.USAGES.get(0))
                || named.contains(X509Extensions.USAGES.get(0))
                || named.contains(usage);
      }
      if (permitted) {
        return;
      }
    }
    throw new CertificateParsingException("the certificates are for other usages");
  }
}
