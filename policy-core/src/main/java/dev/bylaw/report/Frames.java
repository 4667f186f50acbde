package dev.bylaw.report;

import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Cuts code frames out of sources, masked. Not thread-safe: remembers what it knows of a source.
 */
final class Frames {
  private static final int WIDTH = 160;

  /** So far around what is shown, secrets are sought that reach into it. */
  private static final int AROUND = 4096;

  private final Masking masking;
  private final IdentityHashMap<SourceFile, List<Ranges.Range>> hidden = new IdentityHashMap<>();

  Frames(Masking masking) {
    this.masking = masking;
  }

  /**
   * The first line of a span and the lines around it.
   *
   * @param context so many lines before and after it
   */
  Frame frame(Span span, int context) {
    int line = span.line();
    int first = Math.max(1, line - context);
    int last = Math.min(span.source().lineCount(), line + context);
    int start = span.source().lineStart(line);
    int end = span.source().lineEnd(line);
    int from = start;
    if (span.start() - start > WIDTH / 2) {
      from = boundary(span.source().text(), span.start() - WIDTH / 4);
    }
    List<String> lines = new ArrayList<>();
    for (int i = first; i < line; i++) {
      lines.add(line(span.source(), i));
    }
    int to = boundary(span.source().text(), Math.min(end, from + WIDTH));
    Ranges.Masked shown = masked(span.source(), from, to);
    String before = from > start ? "…" : "";
    lines.add(before + shown.text() + (to < end ? "…" : ""));
    for (int i = line + 1; i <= last; i++) {
      lines.add(line(span.source(), i));
    }
    int stop = Math.min(Math.max(span.end(), span.start()), to);
    int column = before.length() + shown.start(Math.min(span.start(), to));
    int endColumn = Math.max(column, before.length() + shown.end(stop));
    return new Frame(first, lines, line, column, endColumn);
  }

  private String line(SourceFile source, int line) {
    int start = source.lineStart(line);
    int end = source.lineEnd(line);
    int to = boundary(source.text(), Math.min(end, start + WIDTH));
    return masked(source, start, to).text() + (to < end ? "…" : "");
  }

  /** Not between the halves of a character. */
  private static int boundary(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private Ranges.Masked masked(SourceFile source, int from, int to) {
    int line = source.line(from);
    int start = Math.max(source.lineStart(line), from - AROUND);
    int end = Math.max(to, Math.min(source.lineEnd(line), to + AROUND));
    String text = source.text().substring(start, end);
    Ranges near = new Ranges();
    Credentials.find(text, near);
    masking.secrets().find(text, near);
    Ranges all = new Ranges();
    near.joined().forEach(r -> all.add(start + r.start(), start + r.end()));
    List<Ranges.Range> known = hidden.computeIfAbsent(source, this::hidden);
    for (int i = firstEndingAfter(known, from); i < known.size(); i++) {
      if (known.get(i).start() >= to) {
        break;
      }
      all.add(known.get(i).start(), known.get(i).end());
    }
    return all.mask(source.text(), from, to);
  }

  /** Whether what stands there is hidden, or a part of it: then its length is, too. */
  boolean isHidden(Span span) {
    List<Ranges.Range> known = hidden.computeIfAbsent(span.source(), this::hidden);
    int next = firstEndingAfter(known, span.start());
    if (next < known.size() && known.get(next).start() < span.end()) {
      return true;
    }
    int end = Math.min(span.end(), span.start() + AROUND);
    String begin = span.source().text().substring(span.start(), end);
    return !masked(span.source(), span.start(), end).text().equals(begin);
  }

  /** What may go over several lines: private keys, and values that are known to be secret. */
  private List<Ranges.Range> hidden(SourceFile source) {
    Ranges found = new Ranges();
    Credentials.pem(source.text(), found);
    masking.secrets().spans(source).forEach(s -> found.add(s.start(), s.end()));
    return found.joined();
  }

  private static int firstEndingAfter(List<Ranges.Range> sorted, int offset) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
