package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Clients, each with what makes its connections safe. */
final class HttpTls {
  private static final char[] NO_PASSWORD = {};

  private HttpTls() {}

  /**
   * @param trusted certificates in PEM that vouch for servers
   * @param insecure true if the server need not prove who it is
   * @param withSystem true if {@code trusted} is added to those of the JDK, not put in their place
   * @param serverName whose certificate it must be; empty for the host of the URL
   */
  record Options(
      Optional<String> trusted,
      Optional<String> certificate,
      Optional<String> key,
      boolean insecure,
      boolean withSystem,
      String serverName) {}

  /** A client that goes to one address only: it follows no redirect. */
  static HttpClient client(Options options) throws BuiltinException {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(options), trust(options), null);
      return builder.sslContext(context).build();
    } catch (GeneralSecurityException | IOException e) {
      throw BuiltinException.of("tls: " + e.getMessage());
    }
  }

  static TrustManager[] trust(Options options)
      throws BuiltinException, GeneralSecurityException, IOException {
    if (options.insecure()) {
      return new TrustManager[] {ServerTrust.any()};
    }
    TrustManager[] managers = managers(trusted(options));
    if (options.serverName().isEmpty()) {
      return managers;
    }
    return new TrustManager[] {ServerTrust.named(x509(managers), options.serverName())};
  }

  /** Null for those of the JDK alone. */
  private static @Nullable KeyStore trusted(Options options)
      throws BuiltinException, GeneralSecurityException, IOException {
    if (options.trusted().isEmpty()) {
      return null;
    }
    List<Certificate> certificates = new ArrayList<>(certificates(options.trusted().get()));
    if (certificates.isEmpty()) {
      throw BuiltinException.of("could not append certificates");
    }
    if (options.withSystem()) {
      certificates.addAll(List.of(x509(managers(null)).getAcceptedIssuers()));
    }
    KeyStore store = emptyStore();
    for (int i = 0; i < certificates.size(); i++) {
      store.setCertificateEntry("trusted" + i, certificates.get(i));
    }
    return store;
  }

  static KeyManager[] keys(Options options)
      throws BuiltinException, GeneralSecurityException, IOException {
    if (options.certificate().isEmpty() || options.key().isEmpty()) {
      return new KeyManager[0];
    }
    List<byte[]> encoded = X509Pairing.certificates(options.certificate().get());
    byte[] key = X509Pairing.key(options.key().get());
    X509Pairing.pair(encoded, X509Certificates.certificate(encoded.get(0)), key);
    PrivateKey secret = privateKey(key);
    KeyStore store = emptyStore();
    Certificate[] chain = certificates(options.certificate().get()).toArray(Certificate[]::new);
    store.setKeyEntry("client", secret, NO_PASSWORD, chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static PrivateKey privateKey(byte[] der) throws BuiltinException {
    for (WebKeys.WebKey key : WebKeys.parse(X509PrivateKey.parse(der).webKey())) {
      if (key.key().isPresent() && key.key().get() instanceof PrivateKey secret) {
        return secret;
      }
    }
    throw BuiltinException.of("tls: failed to parse private key");
  }

  private static List<X509Certificate> certificates(String pem) throws BuiltinException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Pem block : Pem.all(pem)) {
      if (block.type().equals("CERTIFICATE")) {
        certificates.add(PublicKeys.certificate(block.bytes()));
      }
    }
    return certificates;
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static X509TrustManager x509(TrustManager[] managers) {
    for (TrustManager manager : managers) {
      if (manager instanceof X509TrustManager found) {
        return found;
      }
    }
    throw new IllegalStateException("the JDK trusts no certificates");
  }
}
