package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a URI apart in the way of Go's {@code net/url}. */
final class UriParts {
  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);

  private static final String ILLEGAL = "\"<>\\^`{|}";

  private UriParts() {}

  static RegoObject parse(String text) throws BuiltinException {
    try {
      return split(text);
    } catch (BuiltinException e) {
      throw BuiltinException.of("parse " + GoQuote.string(text) + ": " + e.getMessage());
    }
  }

  private static RegoObject split(String text) throws BuiltinException {
    RegoObject.Builder parts = RegoObject.builder();
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      throw BuiltinException.of("net/url: invalid control character in URL");
    }
    int hash = text.indexOf('#');
    String rest = hash < 0 ? text : text.substring(0, hash);
    put(parts, "fragment", hash < 0 ? "" : Uris.decode(text.substring(hash + 1), false));
    if (rest.startsWith(":")) {
      throw BuiltinException.of("missing protocol scheme");
    }
    Matcher scheme = SCHEME.matcher(rest);
    boolean hasScheme = scheme.matches();
    if (hasScheme) {
      put(parts, "scheme", String.valueOf(scheme.group(1)).toLowerCase(Locale.ROOT));
      rest = String.valueOf(scheme.group(2));
    }
    int question = rest.indexOf('?');
    put(parts, "raw_query", question < 0 ? "" : rest.substring(question + 1));
    rest = question < 0 ? rest : rest.substring(0, question);
    if (!rest.startsWith("/")) {
      if (hasScheme) {
        return parts.build(); // opaque, like mailto:x
      }
      int colon = rest.indexOf(':');
      if (colon >= 0 && rest.lastIndexOf('/', colon) < 0) {
        throw BuiltinException.of("first path segment in URL cannot contain colon");
      }
    }
    if (rest.startsWith("//") && (hasScheme || !rest.startsWith("///"))) {
      int end = rest.indexOf('/', 2);
      UriAuthority authority =
          UriAuthority.parse(end < 0 ? rest.substring(2) : rest.substring(2, end));
      put(parts, "hostname", authority.host());
      put(parts, "port", authority.port());
      rest = end < 0 ? "" : rest.substring(end);
    }
    if (!rest.isEmpty()) {
      String path = Uris.decode(rest, false);
      put(parts, "path", path);
      put(parts, "raw_path", escape(path).equals(rest) ? path : rest);
    }
    return parts.build();
  }

  private static void put(RegoObject.Builder parts, String name, String value) {
    if (!value.isEmpty()) {
      parts.put(name, RegoString.of(value));
    }
  }

  /** The same with what may not stand in a URI encoded. */
  static String legal(String uri) {
    StringBuilder legal = new StringBuilder();
    for (byte b : Encodings.utf8(uri)) {
      boolean plain = b > ' ' && b < 0x7F && ILLEGAL.indexOf(b) < 0;
      legal.append(plain ? Character.toString(b) : "%%%02X".formatted(b));
    }
    return legal.toString();
  }

  private static String escape(String path) {
    StringBuilder out = new StringBuilder();
    for (byte b : Encodings.utf8(path)) {
      boolean plain =
          (b >= 'a' && b <= 'z')
              || (b >= 'A' && b <= 'Z')
              || (b >= '0' && b <= '9')
              || "-_.~$&+,/:;=@".indexOf(b) >= 0;
      out.append(plain ? Character.toString(b) : "%%%02X".formatted(b));
    }
    return out.toString();
  }
}
