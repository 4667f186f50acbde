package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between {@code //} and the path of a URI.
 *
 * @param host without brackets, or empty
 * @param port without colon, or empty
 */
record UriAuthority(String host, String port) {
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9._:~!$&'()*+,;=%@-]*");
  private static final Pattern PORT = Pattern.compile("(?::[0-9]*)?");
  private static final Pattern BAD = Pattern.compile("[ \\\\^`{|}]");
  // a name may only escape bytes beyond ASCII, and the percent sign itself
  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?!25)[0-7][0-9A-Fa-f]");
  private static final String ZONE = "%25";

  static UriAuthority parse(String text) throws BuiltinException {
    int at = text.lastIndexOf('@');
    UriAuthority authority = place(text.substring(at + 1));
    String user = text.substring(0, Math.max(at, 0));
    if (!USER.matcher(user).matches()) {
      throw BuiltinException.of("net/url: invalid userinfo");
    }
    Uris.decode(user, false);
    return authority;
  }

  private static UriAuthority place(String text) throws BuiltinException {
    int open = text.lastIndexOf('[');
    if (open > 0) {
      throw BuiltinException.of("invalid IP-literal");
    }
    int end = open == 0 ? text.lastIndexOf(']') + 1 : text.indexOf(':');
    if (open == 0 && end == 0) {
      throw BuiltinException.of("missing ']' in host");
    }
    String host = end < 0 ? text : text.substring(0, end);
    String port = end < 0 ? "" : text.substring(end);
    if (!PORT.matcher(port).matches()) {
      throw BuiltinException.of("invalid port " + GoQuote.string(port) + " after host");
    }
    return new UriAuthority(
        open == 0 ? literal(host.substring(1, host.length() - 1)) : name(host),
        port.isEmpty() ? "" : port.substring(1));
  }

  private static String name(String host) throws BuiltinException {
    checkCharacters(host);
    checkEscapes(host);
    return Uris.decode(host, false);
  }

  /** An IPv6 address, with a zone or without. */
  private static String literal(String text) throws BuiltinException {
    checkCharacters(text);
    int zone = text.indexOf(ZONE);
    String address = zone < 0 ? text : text.substring(0, zone);
    checkEscapes(address);
    String plain = Uris.decode(text, false);
    Cidr ip = Cidr.address(address);
    if (zone >= 0 && zone + ZONE.length() == text.length()) {
      throw BuiltinException.of(
          "invalid host: ParseAddr(%s): zone must be a non-empty string"
              .formatted(GoQuote.string(plain)));
    } else if (ip == null) {
      throw BuiltinException.of(
          "invalid host: ParseAddr(%s): unable to parse IP".formatted(GoQuote.string(plain)));
    } else if (!address.contains(":")) {
      throw BuiltinException.of("invalid IP-literal");
    }
    return plain;
  }

  private static void checkCharacters(String host) throws BuiltinException {
    Matcher bad = BAD.matcher(host);
    if (bad.find()) {
      throw BuiltinException.of(
          "invalid character " + GoQuote.string(String.valueOf(bad.group())) + " in host name");
    }
  }

  private static void checkEscapes(String host) throws BuiltinException {
    Matcher bad = BAD_ESCAPE.matcher(host);
    if (bad.find()) {
      throw BuiltinException.of(
          "invalid URL escape " + GoQuote.string(String.valueOf(bad.group())));
    }
  }
}
