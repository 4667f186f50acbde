package dev.bylaw.source;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A named text that knows its lines. The name is what messages show: a path relative to the folder
 * that was read, with {@code /} as separator, or a made-up name for text from a stream.
 *
 * <p>A line ends with {@code \n}, {@code \r\n} or {@code \r}. Immutable and thread-safe.
 */
public final class SourceFile {
  private final String name;
  private final String text;
  private volatile int @Nullable [] lineStarts; // on first use; a race counts twice, harmlessly

  private SourceFile(String name, String text) {
    this.name = Objects.requireNonNull(name, "name");
    this.text = Objects.requireNonNull(text, "text");
  }

  public static SourceFile of(String name, String text) {
    return new SourceFile(name, text);
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = lineStarts(text);
      lineStarts = known;
    }
    return known;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[Math.max(16, text.length() / 32)];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !crlf)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The number of lines; an empty text has one. */
  public int lineCount() {
    return lineStarts().length;
  }

  /** The 1-based line of an offset from 0 to the length of the text, inclusive. */
  public int line(int offset) {
    Objects.checkIndex(offset, text.length() + 1);
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The 1-based column, in UTF-16 units, of an offset from 0 to the length of the text. */
  public int column(int offset) {
    return offset - lineStarts()[line(offset) - 1] + 1;
  }

  /** The text of a 1-based line, without its end. */
  public String lineText(int line) {
    return text.substring(lineStart(line), lineEnd(line));
  }

  /** The offset of the first character of a 1-based line. */
  public int lineStart(int line) {
    Objects.checkIndex(line - 1, lineStarts().length);
    return lineStarts()[line - 1];
  }

  /** The offset behind the last character of a 1-based line, before its end. */
  public int lineEnd(int line) {
    int start = lineStart(line);
    int end = line < lineStarts().length ? lineStarts()[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  /**
   * The offset of a 1-based line and column; a column past the end of the line is clipped to it.
   */
  public int offset(int line, int column) {
    return Math.min(lineStart(line) + column - 1, lineEnd(line));
  }

  /** The whole text. */
  public Span span() {
    return span(0, text.length());
  }

  /** From {@code start}, inclusive, to {@code end}, exclusive. */
  public Span span(int start, int end) {
    return new Span(this, start, end);
  }

  @Override
  public String toString() {
    return name;
  }
}
