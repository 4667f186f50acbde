package dev.bylaw.report;

import java.nio.charset.StandardCharsets;

/** Paths as relative references of RFC 3986. */
final class Uris {
  private static final String PLAIN = "/-._~!$&'()*+,;=@";

  private Uris() {}

  static String of(String path) {
    StringBuilder out = new StringBuilder(path.length());
    for (byte b : path.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean kept = c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      out.append(kept ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return out.toString();
  }
}
