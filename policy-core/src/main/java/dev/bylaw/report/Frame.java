package dev.bylaw.report;

import dev.bylaw.source.DiagnosticRenderer;
import java.util.List;

/**
 * Lines of a source as they may be shown.
 *
 * @param first 1-based number of the first line
 * @param line 1-based number of the line that is meant
 * @param from 0-based offset into the shown text of that line, inclusive
 * @param to exclusive; equal to {@code from} for a mere place
 */
record Frame(int first, List<String> lines, int line, int from, int to) {
  Frame {
    lines = List.copyOf(lines);
  }

  /** The line that is meant. */
  String shown() {
    return lines.get(line - first);
  }

  /** The line that is meant with its number, and carets below; two lines, each ended. */
  String text() {
    return DiagnosticRenderer.frame(line, shown(), from, to);
  }
}
