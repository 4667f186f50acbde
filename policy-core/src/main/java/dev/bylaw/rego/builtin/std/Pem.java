package dev.bylaw.rego.builtin.std;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A block of textually encoded bytes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
final class Pem {
  private static final Pattern BEGIN =
      Pattern.compile("^-----BEGIN ([^\n]*?)-----[ \t]*\r?$\n?", Pattern.MULTILINE);
  private static final Pattern HEADERS = Pattern.compile("\\A(?:[^\n:]*:[^\n]*\n)+");
  private static final Pattern SPACE = Pattern.compile("[ \t\r\n]");

  private final String type;
  private final byte[] bytes;
  private final String rest;

  private Pem(String type, byte[] bytes, String rest) {
    this.type = type;
    this.bytes = bytes;
    this.rest = rest;
  }

  /** For example {@code CERTIFICATE}. */
  String type() {
    return type;
  }

  /** Not a copy. */
  byte[] bytes() {
    return bytes;
  }

  /** The text after the block. */
  String rest() {
    return rest;
  }

  /** The first block in a text, after whatever stands before it; null if there is none. */
  static @Nullable Pem first(String text) {
    Matcher begin = BEGIN.matcher(text);
    int from = 0;
    while (begin.find(from)) {
      Pem block = block(String.valueOf(begin.group(1)), text.substring(begin.end()));
      if (block != null) {
        return block;
      }
      from = begin.end();
    }
    return null;
  }

  /** All blocks in a text. */
  static List<Pem> all(String text) {
    List<Pem> blocks = new ArrayList<>();
    for (Pem block = first(text); block != null; block = first(block.rest())) {
      blocks.add(block);
    }
    return blocks;
  }

  private static @Nullable Pem block(String type, String text) {
    String end = "-----END " + type + "-----";
    int stop = text.startsWith(end) ? 0 : text.indexOf("\n" + end) + 1;
    if (stop == 0 && !text.startsWith(end)) {
      return null;
    }
    String body = HEADERS.matcher(text.substring(0, stop)).replaceFirst("");
    int line = text.indexOf('\n', stop);
    String tail = text.substring(stop + end.length(), line < 0 ? text.length() : line);
    if (!tail.isBlank()) {
      return null;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(SPACE.matcher(body).replaceAll(""));
      return new Pem(type, bytes, line < 0 ? "" : text.substring(line + 1));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
