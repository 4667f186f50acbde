package dev.bylaw.rego.builtin.std;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Which hosts a certificate is for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6125#section-6.4">RFC 6125</a>
 */
final class HostNames {
  private static final Integer DNS = 2;
  private static final Integer ADDRESS = 7;

  private HostNames() {}

  /**
   * @param host a name, or an address that may stand in square brackets
   */
  static boolean match(String host, X509Certificate certificate)
      throws CertificateParsingException {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    boolean address = Cidr.address(bare) != null;
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    if (names == null) {
      return false;
    }
    for (List<?> name : names) {
      String value = String.valueOf(name.get(1));
      if (address
          ? ADDRESS.equals(name.get(0)) && same(bare, value)
          : DNS.equals(name.get(0)) && match(host, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(String address, String other) {
    Cidr one = Cidr.address(address);
    Cidr two = Cidr.address(other);
    return one != null && two != null && one.contains(two);
  }

  /** A star stands for one whole first label. */
  private static boolean match(String host, String pattern) {
    String name = host.toLowerCase(Locale.ROOT);
    String wanted = pattern.toLowerCase(Locale.ROOT);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    if (!wanted.startsWith("*.")) {
      return name.equals(wanted);
    }
    int dot = name.indexOf('.');
    return dot > 0 && name.substring(dot).equals(wanted.substring(1));
  }
}
