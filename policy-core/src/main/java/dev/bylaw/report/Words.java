package dev.bylaw.report;

import java.util.Optional;
import java.util.stream.IntStream;

/** Small pieces of text that several writers have in common. */
final class Words {
  private Words() {}

  /** {@code 1 error}, {@code 2 errors}. */
  static String count(long n, String word) {
    return n + " " + word + (n == 1 ? "" : "s");
  }

  /** At most so many UTF-16 units, the last one an ellipsis where something was cut. */
  static String clipped(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isLowSurrogate(text.charAt(length - 1)) ? length - 2 : length - 1;
    return text.substring(0, end) + "…";
  }

  /** On one line. */
  static String line(String text) {
    return text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ').strip();
  }

  /** The message with found and wanted values behind it, where they are known. */
  static String withValues(Item item) {
    Optional<String> found = item.found().map(v -> "found: " + Item.text(v));
    Optional<String> wanted = item.wanted().map(v -> "wanted: " + Item.text(v));
    return item.message()
        + found.map(f -> "; " + f).orElse("")
        + wanted.map(w -> "; " + w).orElse("");
  }

  /** Control characters other than line ends and tabs become a visible sign. */
  static String plain(String text) {
    if (text.chars().noneMatch(Words::steers)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    IntStream chars = text.chars();
    chars.forEach(c -> out.append(steers(c) ? '\uFFFD' : (char) c));
    return out.toString();
  }

  private static boolean steers(int c) {
    return (Character.isISOControl(c) && c != '\n' && c != '\t')
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
