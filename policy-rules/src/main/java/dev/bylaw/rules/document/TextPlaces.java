package dev.bylaw.rules.document;

import dev.bylaw.source.Span;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the characters of a text stand in the file that holds the text, as far as that can be told:
 * in quotes with the escapes of JSON, or as it is, with the indentation of a block.
 */
final class TextPlaces {
  private final Span whole;

  /** For each character of the text, and its end, the offset in the file; empty if not known. */
  private final int[] offsets;

  private TextPlaces(Span whole, int[] offsets) {
    this.whole = whole;
    this.offsets = offsets;
  }

  /**
   * Compares a text with what is written.
   *
   * @param written of the text, with its quotes
   */
  static TextPlaces of(String text, Span written) {
    int[] offsets =
        quoted(text, written).or(() -> plain(text, written)).orElseGet(() -> new int[0]);
    return new TextPlaces(written, offsets);
  }

  /** The place of a part of the text; all of the text where that is not known. */
  Span outer(Span part) {
    return offsets.length == 0
        ? whole
        : whole.source().span(offsets[part.start()], offsets[part.end()]);
  }

  private static Optional<int[]> quoted(String text, Span written) {
    String source = written.source().text();
    if (written.end() - written.start() < 2 || source.charAt(written.start()) != '"') {
      return Optional.empty();
    }
    int[] offsets = new int[text.length() + 1];
    int at = written.start() + 1;
    for (int i = 0; i < text.length(); i++) {
      if (at >= written.end()) {
        return Optional.empty();
      }
      offsets[i] = at;
      boolean escape = source.charAt(at) == '\\';
      if (!escape && source.charAt(at) != text.charAt(i)) {
        return Optional.empty(); // a line was folded
      }
      at += escape ? escapeLength(source, at) : 1;
    }
    offsets[text.length()] = Math.min(at, written.end());
    return Optional.of(offsets);
  }

  private static int escapeLength(String source, int at) {
    return source.startsWith("u", at + 1) ? 6 : 2;
  }

  /** A text without escapes; in a block the lines begin with blanks that are not in it. */
  private static Optional<int[]> plain(String text, Span written) {
    String source = written.source().text();
    int[] offsets = new int[text.length() + 1];
    int at = skipHeader(source, written);
    for (int i = 0; i < text.length(); i++) {
      while (at < written.end()
          && source.charAt(at) != text.charAt(i)
          && Character.isWhitespace(source.charAt(at))) {
        at++;
      }
      if (at >= written.end() || source.charAt(at) != text.charAt(i)) {
        boolean end = text.substring(i).isBlank();
        Arrays.fill(offsets, i, offsets.length, written.end());
        return end ? Optional.of(offsets) : Optional.empty();
      }
      offsets[i] = at++;
    }
    offsets[text.length()] = Math.min(at, written.end());
    return Optional.of(offsets);
  }

  /** The sign of a block, such as {@code |-}, and the rest of its line; or a quote. */
  private static int skipHeader(String source, Span written) {
    int start = written.start();
    char first = start < written.end() ? source.charAt(start) : ' ';
    if (first == '|' || first == '>') {
      int line = source.indexOf('\n', start);
      return line < 0 || line >= written.end() ? written.end() : line + 1;
    }
    return first == '\'' ? start + 1 : start;
  }
}
