package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One element of the encoding that certificates and keys are written in.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-X.690">X.690</a>
 */
final class Der {
  static final int BOOLEAN = 0x01;
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int OID = 0x06;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  private static final int LONG_TAG = 0x1F;
  private static final int LONG_LENGTH = 0x80;

  private final byte[] bytes; // of the outermost element, shared
  private final int start;
  private final int from; // where the contents begin
  private final int to;

  private Der(byte[] bytes, int start, int from, int to) {
    this.bytes = bytes;
    this.start = start;
    this.from = from;
    this.to = to;
  }

  /** Reads one element that takes all the bytes. */
  static Der parse(byte[] bytes) throws BuiltinException {
    Der element = read(bytes, 0, bytes.length);
    if (element.to < bytes.length) {
      throw syntax("trailing data");
    }
    return element;
  }

  /** Reads one sequence that takes all the bytes. */
  static Der sequence(byte[] bytes) throws BuiltinException {
    if (bytes.length > 0 && (bytes[0] & 0xFF) != SEQUENCE) {
      throw unexpected(SEQUENCE, bytes[0] & 0xFF);
    }
    return parse(bytes);
  }

  /** The encodings of elements that stand one after another. */
  static List<byte[]> all(byte[] bytes) throws BuiltinException {
    List<byte[]> elements = new ArrayList<>();
    for (int at = 0; at < bytes.length; ) {
      Der element = read(bytes, at, bytes.length);
      elements.add(element.encoded());
      at = element.to;
    }
    return elements;
  }

  private static Der read(byte[] bytes, int start, int end) throws BuiltinException {
    if (end - start < 2) {
      throw syntax("truncated tag or length");
    }
    if ((bytes[start] & LONG_TAG) == LONG_TAG) {
      throw structure("unsupported tag");
    }
    int at = start + 1;
    int length = bytes[at++] & 0xFF;
    if (length >= LONG_LENGTH) {
      int digits = length - LONG_LENGTH;
      if (digits == 0 || digits > 3 || end - at < digits) {
        throw syntax("truncated tag or length");
      }
      length = new BigInteger(1, Arrays.copyOfRange(bytes, at, at + digits)).intValue();
      at += digits;
    }
    if (length > end - at) {
      throw syntax("data truncated");
    }
    return new Der(bytes, start, at, at + length);
  }

  private static BuiltinException unexpected(int wanted, int found) {
    return structure("tags don't match (%d vs %d)".formatted(wanted & LONG_TAG, found & LONG_TAG));
  }

  static BuiltinException syntax(String message) {
    return BuiltinException.of("asn1: syntax error: " + message);
  }

  static BuiltinException structure(String message) {
    return BuiltinException.of("asn1: structure error: " + message);
  }

  int tag() {
    return bytes[start] & 0xFF;
  }

  /** The number in a tag that means something else in each place, or -1. */
  int choice() {
    return (tag() & 0xC0) == 0x80 ? tag() & LONG_TAG : -1;
  }

  byte[] contents() {
    return Arrays.copyOfRange(bytes, from, to);
  }

  byte[] encoded() {
    return Arrays.copyOfRange(bytes, start, to);
  }

  Der expect(int wanted) throws BuiltinException {
    if (tag() != wanted) {
      throw unexpected(wanted, tag());
    }
    return this;
  }

  /** What an element that is not simple consists of. */
  List<Der> children() throws BuiltinException {
    List<Der> children = new ArrayList<>();
    for (int at = from; at < to; ) {
      Der child = read(bytes, at, to);
      children.add(child);
      at = child.to;
    }
    return children;
  }

  /** What stands in a string of bytes. */
  Der inner() throws BuiltinException {
    return parse(contents());
  }

  /** A child by its 0-based index. */
  Der child(int index) throws BuiltinException {
    List<Der> children = children();
    if (index >= children.size()) {
      throw syntax("sequence truncated");
    }
    return children.get(index);
  }

  /** The first child whose tag is a choice of this number. */
  Optional<Der> option(int number) throws BuiltinException {
    return children().stream().filter(child -> child.choice() == number).findFirst();
  }

  BigInteger integer() throws BuiltinException {
    if (from == to) {
      throw structure("empty integer");
    }
    return new BigInteger(contents());
  }

  boolean isTrue() {
    return to > from && bytes[from] != 0;
  }

  /** The bytes of a bit string whose length is a multiple of 8. */
  byte[] bits() throws BuiltinException {
    if (from == to) {
      throw syntax("zero length BIT STRING");
    }
    return Arrays.copyOfRange(bytes, from + 1, to);
  }

  /** The numbers of an object identifier. */
  List<Long> numbers() throws BuiltinException {
    expect(OID);
    List<Long> numbers = new ArrayList<>();
    long number = 0;
    for (int at = from; at < to; at++) {
      if (number >>> 50 != 0) {
        throw structure("base 128 integer too large");
      }
      number = (number << 7) | (bytes[at] & 0x7F);
      if (bytes[at] >= 0) {
        numbers.add(number);
        number = 0;
      }
    }
    if (numbers.isEmpty()) {
      throw syntax("zero length OBJECT IDENTIFIER");
    }
    long first = Math.min(2, numbers.get(0) / 40);
    numbers.set(0, numbers.get(0) - 40 * first);
    numbers.add(0, first);
    return numbers;
  }

  /** An object identifier with points between its numbers. */
  String oid() throws BuiltinException {
    return numbers().stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
