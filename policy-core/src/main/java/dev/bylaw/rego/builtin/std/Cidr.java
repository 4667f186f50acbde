package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of addresses.
 *
 * @param bits of an address: 32 or 128
 */
record Cidr(BigInteger first, BigInteger last, int bits) {
  static final BigInteger ONE = BigInteger.ONE;
  private static final int V4 = 32;
  private static final int V6 = 128;
  private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final BigInteger MAPPED = BigInteger.valueOf(0xFFFF);

  static Cidr parse(String text) throws BuiltinException {
    int slash = text.indexOf('/');
    Cidr ip = slash < 0 ? null : parseAddress(text.substring(0, slash));
    String size = slash < 0 ? "" : text.substring(slash + 1);
    if (ip == null || !OCTET.matcher(size).matches() || Integer.parseInt(size) > ip.bits) {
      throw BuiltinException.of("invalid CIDR address: " + text);
    }
    int host = ip.bits - Integer.parseInt(size);
    BigInteger start = ip.first.shiftRight(host).shiftLeft(host);
    return new Cidr(start, start.add(ONE.shiftLeft(host)).subtract(ONE), ip.bits);
  }

  /** The range of one address, or null; an IPv4 address inside IPv6 is one of IPv4. */
  static @Nullable Cidr address(String text) {
    Cidr ip = parseAddress(text);
    return ip != null && ip.bits == V6 && ip.first.shiftRight(V4).equals(MAPPED)
        ? one(ip.first.subtract(MAPPED.shiftLeft(V4)), V4)
        : ip;
  }

  private static Cidr one(BigInteger address, int bits) {
    return new Cidr(address, address, bits);
  }

  private static @Nullable Cidr parseAddress(String text) {
    if (!text.contains(":")) {
      BigInteger v4 = v4(text);
      return v4 == null ? null : one(v4, V4);
    }
    int gap = text.indexOf("::");
    List<Integer> head = new ArrayList<>();
    List<Integer> tail = new ArrayList<>();
    boolean good =
        gap < 0
            ? groups(text, head)
            : groups(text.substring(0, gap), head) && groups(text.substring(gap + 2), tail);
    int missing = 8 - head.size() - tail.size();
    if (!good || (gap < 0 ? missing != 0 : missing < 1)) {
      return null;
    }
    BigInteger address = BigInteger.ZERO;
    for (int group : head) {
      address = address.shiftLeft(16).or(BigInteger.valueOf(group));
    }
    address = address.shiftLeft(16 * missing);
    for (int group : tail) {
      address = address.shiftLeft(16).or(BigInteger.valueOf(group));
    }
    return one(address, V6);
  }

  private static @Nullable BigInteger v4(String text) {
    List<String> parts = Strings.split(text, ".");
    BigInteger address = BigInteger.ZERO;
    for (String part : parts) {
      if (!OCTET.matcher(part).matches() || Integer.parseInt(part) > 255) {
        return null;
      }
      address = address.shiftLeft(8).or(new BigInteger(part));
    }
    return parts.size() == 4 ? address : null;
  }

  private static boolean groups(String text, List<Integer> groups) {
    if (text.isEmpty()) {
      return true;
    }
    List<String> parts = Strings.split(text, ":");
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      BigInteger v4 = i == parts.size() - 1 && part.contains(".") ? v4(part) : null;
      if (v4 != null) {
        groups.add(v4.intValue() >>> 16);
        groups.add(v4.intValue() & 0xFFFF);
      } else if (GROUP.matcher(part).matches()) {
        groups.add(Integer.parseInt(part, 16));
      } else {
        return false;
      }
    }
    return true;
  }

  /** The network of an IPv4 address by its class (A, B or C), as Go's default mask has it. */
  Cidr classful() {
    int top = first.shiftRight(24).intValue();
    int host = top < 128 ? 24 : top < 192 ? 16 : 8;
    BigInteger start = first.shiftRight(host).shiftLeft(host);
    return new Cidr(start, start.add(ONE.shiftLeft(host)).subtract(ONE), bits);
  }

  /** The fewest ranges in CIDR notation that make up this one. */
  List<String> blocks() {
    List<String> blocks = new ArrayList<>();
    BigInteger at = first;
    while (at.compareTo(last) <= 0) {
      int host = at.signum() == 0 ? bits : Math.min(bits, at.getLowestSetBit());
      while (at.add(ONE.shiftLeft(host)).subtract(ONE).compareTo(last) > 0) {
        host--;
      }
      blocks.add(text(at, bits) + "/" + (bits - host));
      at = at.add(ONE.shiftLeft(host));
    }
    return blocks;
  }

  boolean contains(Cidr other) {
    return bits == other.bits
        && first.compareTo(other.first) <= 0
        && other.last.compareTo(last) <= 0;
  }

  boolean intersects(Cidr other) {
    return bits == other.bits
        && first.compareTo(other.last) <= 0
        && other.first.compareTo(last) <= 0;
  }

  /** As Go writes an address: the longest run of zero groups becomes two colons. */
  static String text(BigInteger address, int bits) {
    if (bits == V4) {
      long ip = address.longValue();
      return "%d.%d.%d.%d".formatted(ip >> 24 & 0xFF, ip >> 16 & 0xFF, ip >> 8 & 0xFF, ip & 0xFF);
    }
    List<String> groups = new ArrayList<>();
    for (int i = 7; i >= 0; i--) {
      groups.add(Integer.toHexString(address.shiftRight(16 * i).intValue() & 0xFFFF));
    }
    int start = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups.get(end).equals("0")) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    return start < 0
        ? String.join(":", groups)
        : String.join(":", groups.subList(0, start))
            + "::"
            + String.join(":", groups.subList(start + length, 8));
  }
}
