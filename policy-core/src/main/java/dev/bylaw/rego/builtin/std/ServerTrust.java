package dev.bylaw.rego.builtin.std;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** Trusts the server of one name whatever host it is on, or any server. */
final class ServerTrust extends X509ExtendedTrustManager {
  private final Optional<X509TrustManager> chains;
  private final String name;

  private ServerTrust(Optional<X509TrustManager> chains, String name) {
    this.chains = chains;
    this.name = name;
  }

  /**
   * @param chains tells which certificates are good; that they are for the name is asked here
   */
  static ServerTrust named(X509TrustManager chains, String name) {
    return new ServerTrust(Optional.of(chains), name);
  }

  static ServerTrust any() {
    return new ServerTrust(Optional.empty(), "");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    if (chains.isEmpty()) {
      return;
    }
    chains.get().checkServerTrusted(chain, type);
    if (!HostNames.match(name, chain[0])) {
      throw new CertificateException("x509: certificate is not valid for " + name);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("there are no clients here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return chains.map(X509TrustManager::getAcceptedIssuers).orElse(new X509Certificate[0]);
  }
}
