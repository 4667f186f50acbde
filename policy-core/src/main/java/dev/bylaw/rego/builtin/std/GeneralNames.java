package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Names of several kinds, of which the kinds that Go knows are kept.
 *
 * @param addresses raw: 4 or 16 bytes, twice that with a mask
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6">RFC 5280</a>
 */
record GeneralNames(
    List<RegoString> dns, List<RegoString> emails, List<RegoString> uris, List<byte[]> addresses) {
  static final GeneralNames NONE = read(List.of());

  static GeneralNames read(List<Der> names) {
    GeneralNames read =
        new GeneralNames(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Der name : names) {
      RegoString text = RegoString.of(new String(name.contents(), StandardCharsets.US_ASCII));
      switch (name.choice()) {
        case 1 -> read.emails.add(text);
        case 2 -> read.dns.add(text);
        case 6 -> read.uris.add(text);
        case 7 -> read.addresses.add(name.contents());
        default -> {}
      }
    }
    return read;
  }

  /** The fields of an extension that lists other names of the subject. */
  void putAlternatives(RegoObject.Builder out) throws BuiltinException {
    out.put("DNSNames", X509Names.listed(dns));
    out.put("EmailAddresses", X509Names.listed(emails));
    List<RegoValue> texts = new ArrayList<>();
    for (byte[] address : addresses) {
      texts.add(text(address));
    }
    out.put("IPAddresses", X509Names.listed(texts));
    List<RegoValue> urls = new ArrayList<>();
    for (RegoString uri : uris) {
      urls.add(url(uri.value()));
    }
    out.put("URIs", X509Names.listed(urls));
    out.put("URIStrings", X509Names.listed(uris));
  }

  /**
   * The fields of an extension that limits names.
   *
   * @param side {@code Permitted} or {@code Excluded}
   */
  void putConstraints(String side, RegoObject.Builder out) throws BuiltinException {
    out.put(side + "DNSDomains", X509Names.listed(dns));
    out.put(side + "EmailAddresses", X509Names.listed(emails));
    out.put(side + "URIDomains", X509Names.listed(uris));
    List<RegoValue> ranges = new ArrayList<>();
    for (byte[] range : addresses) {
      int half = range.length / 2;
      ranges.add(
          RegoObject.builder()
              .put("IP", text(Arrays.copyOf(range, half)))
              .put("Mask", X509Names.base64(Arrays.copyOfRange(range, half, range.length)))
              .build());
    }
    out.put(side + "IPRanges", X509Names.listed(ranges));
  }

  private static RegoValue text(byte[] address) throws BuiltinException {
    if (address.length != 4 && address.length != 16) {
      throw BuiltinException.of("x509: cannot parse IP address of length " + address.length);
    }
    return RegoString.of(Cidr.text(new BigInteger(1, address), Byte.SIZE * address.length));
  }

  private static RegoValue url(String text) throws BuiltinException {
    RegoObject parts;
    try {
      parts = UriParts.parse(text);
    } catch (BuiltinException e) {
      throw BuiltinException.of("x509: cannot parse URI \"" + text + "\": " + e.getMessage());
    }
    String scheme = part(parts, "scheme");
    String host = part(parts, "hostname");
    String port = part(parts, "port");
    String path = part(parts, "path");
    String raw = part(parts, "raw_path");
    String rest = scheme.isEmpty() ? text : text.substring(scheme.length() + 1);
    boolean opaque = !scheme.isEmpty() && !rest.startsWith("/");
    return RegoObject.builder()
        .put("Scheme", RegoString.of(scheme))
        .put("Opaque", RegoString.of(opaque ? rest : ""))
        .put("User", rest.startsWith("//") && rest.contains("@") ? RegoObject.EMPTY : RegoNull.NULL)
        .put("Host", RegoString.of(port.isEmpty() ? host : host + ":" + port))
        .put("Path", RegoString.of(path))
        .put("RawPath", RegoString.of(raw.equals(path) ? "" : raw))
        .put("OmitHost", RegoBoolean.FALSE)
        .put("ForceQuery", RegoBoolean.FALSE)
        .put("RawQuery", RegoString.of(part(parts, "raw_query")))
        .put("Fragment", RegoString.of(part(parts, "fragment")))
        .put("RawFragment", RegoString.EMPTY)
        .build();
  }

  private static String part(RegoObject parts, String name) {
    return parts.get(name) instanceof RegoString s ? s.value() : "";
  }
}
