package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Bytes as text. Bytes that are no UTF-8 become U+FFFD. */
final class Encodings {
  private static final Pattern LINE_BREAKS = Pattern.compile("[\r\n]");

  private Encodings() {}

  static List<Builtin> all() {
    return List.of(
        encode("base64.encode", "Encodes as base64.", Base64.getEncoder()::encodeToString),
        encode(
            "base64url.encode",
            "Encodes as base64 for URLs.",
            Base64.getUrlEncoder()::encodeToString),
        encode(
            "base64url.encode_no_pad",
            "Encodes as base64 for URLs, without padding.",
            Base64.getUrlEncoder().withoutPadding()::encodeToString),
        encode("hex.encode", "Encodes in base 16.", HexFormat.of()::formatHex),
        Builtin.of(
            "base64.decode",
            "(x: string) => (y: string)",
            "Decodes base64.",
            (c, args) -> text(decodeBase64(Args.string(args, 0)))),
        Builtin.of(
            "base64.is_valid",
            "(x: string) => (result: boolean)",
            "Tells whether a text is base64.",
            (c, args) -> RegoBoolean.of(isBase64(args[0]))),
        Builtin.of(
            "base64url.decode",
            "(x: string) => (y: string)",
            "Decodes base64 for URLs, with or without padding.",
            (c, args) -> text(decodeUrl(Args.string(args, 0)))),
        Builtin.of(
            "hex.decode",
            "(x: string) => (y: string)",
            "Decodes base 16.",
            (c, args) -> decodeHex(Args.string(args, 0))));
  }

  /** Writes bytes as text. */
  private interface Encoder {
    String encode(byte[] bytes);
  }

  private static Builtin encode(String name, String documentation, Encoder encoder) {
    return Builtin.of(
        name,
        "(x: string) => (y: string)",
        documentation,
        (c, args) -> RegoString.of(encoder.encode(utf8(Args.string(args, 0)))));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A number that is not negative, in big-endian order, cut or filled with zeros on the left. */
  static byte[] unsigned(BigInteger number, int size) {
    byte[] bytes = number.toByteArray();
    byte[] out = new byte[size];
    int copied = Math.min(bytes.length, size);
    System.arraycopy(bytes, bytes.length - copied, out, size - copied, copied);
    return out;
  }

  private static boolean isBase64(RegoValue value) {
    try {
      if (value instanceof RegoString s) {
        decodeBase64(s.value());
        return true;
      }
      return false;
    } catch (BuiltinException e) {
      return false;
    }
  }

  private static RegoValue text(byte[] bytes) {
    return RegoString.of(new String(bytes, StandardCharsets.UTF_8));
  }

  static byte[] decodeBase64(String text) throws BuiltinException {
    return decode(text, "+/");
  }

  /** Padding may be left out. */
  static byte[] decodeUrl(String text) throws BuiltinException {
    String padded = text;
    if (!text.endsWith("=")) {
      int length = utf8(text).length;
      if (length % 4 == 1) {
        throw BuiltinException.of("illegal base64url string: " + text);
      }
      padded = text + "=".repeat((4 - length % 4) % 4);
    }
    return decode(padded, "-_");
  }

  private static byte[] decode(String text, String last) throws BuiltinException {
    int end = text.length();
    int found = 0;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean letter =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || last.indexOf(c) >= 0;
      if (letter) {
        found++;
      } else if (c == '=' && found % 4 >= 2) {
        padding(text, i, found % 4);
        break;
      } else if (c != '\n' && c != '\r') {
        throw illegal(utf8(text.substring(0, i)).length);
      }
    }
    String clean = LINE_BREAKS.matcher(text).replaceAll("");
    if (clean.length() % 4 != 0) {
      throw illegal(text.length() - found % 4);
    }
    Base64.Decoder decoder = last.equals("+/") ? Base64.getDecoder() : Base64.getUrlDecoder();
    return decoder.decode(clean);
  }

  /** Checks that only the padding and line breaks follow. */
  private static void padding(String text, int at, int digits) throws BuiltinException {
    int missing = 4 - digits;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=' && missing > 0) {
        missing--;
      } else if (c != '\n' && c != '\r') {
        throw illegal(i);
      }
    }
    if (missing > 0) {
      throw illegal(text.length());
    }
  }

  private static BuiltinException illegal(int at) {
    return BuiltinException.of("illegal base64 data at input byte " + at);
  }

  private static RegoValue decodeHex(String text) throws BuiltinException {
    byte[] input = utf8(text);
    for (byte b : input) {
      if (Character.digit(b, 16) < 0) {
        int point = b >= 0 ? b : b & 0xFF;
        String shown = GoQuote.rune(point, false);
        throw BuiltinException.of("encoding/hex: invalid byte: U+%04X %s".formatted(point, shown));
      }
    }
    if (input.length % 2 != 0) {
      throw BuiltinException.of("encoding/hex: odd length hex string");
    }
    return RegoString.of(new String(HexFormat.of().parseHex(text), StandardCharsets.UTF_8));
  }
}
