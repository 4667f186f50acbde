package dev.bylaw.report;

import dev.bylaw.decision.Edit;
import dev.bylaw.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** The lines that edits of a source take away and bring. */
final class FixLines {
  private final SourceFile source;
  private final List<String> out = new ArrayList<>();

  private FixLines(SourceFile source) {
    this.source = source;
  }

  /**
   * Lines with {@code "- "} or {@code "+ "} in front.
   *
   * @param edits of one source, by place
   */
  static List<String> of(List<Edit> edits) {
    FixLines lines = new FixLines(edits.get(0).span().source());
    List<Edit> together = new ArrayList<>();
    for (Edit edit : edits) {
      if (!together.isEmpty()
          && edit.span().line() > together.get(together.size() - 1).span().endLine()) {
        lines.add(together);
        together.clear();
      }
      together.add(edit);
    }
    lines.add(together);
    return lines.out;
  }

  /** Edits of which each one starts in the line in which the one before ends. */
  private void add(List<Edit> edits) {
    int first = source.lineStart(edits.get(0).span().line());
    int last = source.lineEnd(edits.get(edits.size() - 1).span().endLine());
    StringBuilder text = new StringBuilder();
    int at = first;
    for (Edit edit : edits) {
      text.append(source.text(), at, edit.span().start()).append(edit.text());
      at = edit.span().end();
    }
    text.append(source.text(), at, last);
    List<String> before = source.text().substring(first, last).lines().toList();
    List<String> after = text.toString().lines().toList();
    int same = Math.min(before.size(), after.size());
    int start = 0;
    while (start < same && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < same - start && fromEnd(before, end).equals(fromEnd(after, end))) {
      end++;
    }
    before.subList(start, before.size() - end).forEach(l -> out.add("- " + l));
    after.subList(start, after.size() - end).forEach(l -> out.add("+ " + l));
  }

  private static String fromEnd(List<String> lines, int n) {
    return lines.get(lines.size() - 1 - n);
  }
}
