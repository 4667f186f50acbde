package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import java.math.BigInteger;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a UUID apart.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4122">RFC 4122</a>
 */
final class UuidParts {
  private static final Pattern TEXT =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
  private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{32}");
  private static final String URN = "urn:uuid:";
  private static final int LENGTH = 36;
  private static final BigInteger START = BigInteger.valueOf(0x01B21DD213814000L); // 1970 in ticks

  private UuidParts() {}

  static @Nullable RegoObject parse(String text) {
    String plain = plain(text);
    if (!TEXT.matcher(plain).matches()) {
      return null;
    }
    UUID uuid = UUID.fromString(plain);
    RegoObject.Builder parts = RegoObject.builder();
    parts.put("version", RegoNumber.of(uuid.version()));
    parts.put("variant", RegoString.of(variant(uuid.getLeastSignificantBits())));
    if (uuid.version() == 1 || uuid.version() == 2) {
      addTime(parts, uuid);
    }
    return parts.build();
  }

  /** Without dashes, with a prefix, or between any two characters of one byte, as OPA reads it. */
  private static String plain(String text) {
    if (DIGITS.matcher(text).matches()) {
      return text.replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-");
    } else if (text.regionMatches(true, 0, URN, 0, URN.length())) {
      return text.substring(URN.length());
    }
    return Encodings.utf8(text).length == LENGTH + 2 ? text.substring(1, text.length() - 1) : text;
  }

  private static String variant(long low) {
    if (low >= 0) {
      return "Reserved";
    }
    return switch ((int) (low >>> 61)) {
      case 4, 5 -> "RFC4122";
      case 6 -> "Microsoft";
      default -> "Future";
    };
  }

  private static void addTime(RegoObject.Builder parts, UUID uuid) {
    long high = uuid.getMostSignificantBits();
    long low = uuid.getLeastSignificantBits();
    long ticks = (high & 0xFFF) << 48 | (high >>> 16 & 0xFFFF) << 32 | high >>> 32;
    parts.put(
        "time",
        RegoNumber.of(BigInteger.valueOf(ticks).subtract(START).multiply(BigInteger.valueOf(100))));
    String node = "%012x".formatted(low & 0xFFFFFFFFFFFFL);
    parts.put("nodeid", RegoString.of(node.replaceAll("..(?!$)", "$0-")));
    boolean local = (low >>> 41 & 1) == 1;
    boolean multicast = (low >>> 40 & 1) == 1;
    parts.put(
        "macvariables",
        RegoString.of((local ? "local:" : "global:") + (multicast ? "multicast" : "unicast")));
    parts.put("clocksequence", RegoNumber.of(low >>> 48 & 0x3FFF));
    if (uuid.version() == 2) {
      parts.put("id", RegoNumber.of(high >>> 32));
      int domain = (int) (low >>> 48 & 0xFF);
      parts.put(
          "domain",
          RegoString.of(
              switch (domain) {
                case 0 -> "Person";
                case 1 -> "Group";
                case 2 -> "Org";
                default -> "Domain" + domain;
              }));
    }
  }
}
