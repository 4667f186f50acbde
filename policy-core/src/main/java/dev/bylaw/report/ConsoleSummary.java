package dev.bylaw.report;

import dev.bylaw.report.ConsoleStyle.Detail;
import dev.bylaw.source.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what each policy came to, and all of them together. */
final class ConsoleSummary {
  private final Content content;
  private final ConsoleStyle style;
  private final Paint paint;
  private final Writer out;

  ConsoleSummary(Content content, ConsoleStyle style, Writer out) {
    this.content = content;
    this.style = style;
    this.paint = new Paint(style.colour());
    this.out = out;
  }

  void write() throws IOException {
    Map<String, Tally> tallies = content.tallies();
    if (style.shows(Detail.BRIEF)) {
      policies(tallies);
    }
    totals(tallies);
  }

  private void policies(Map<String, Tally> tallies) throws IOException {
    Map<String, String> lines = new TreeMap<>();
    tallies.forEach((id, tally) -> lines.put(id, counts(tally)));
    if (style.shows(Detail.VERBOSE)) {
      content.passed().forEach(id -> lines.put(id, "passed"));
      content.notApplicable().forEach(id -> lines.put(id, paint.dim("not applicable")));
    }
    int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
    for (Map.Entry<String, String> line : lines.entrySet()) {
      String padding = " ".repeat(width - line.getKey().length());
      out.append(line.getKey()).append(padding).append("  ").append(line.getValue()).append('\n');
    }
  }

  private String counts(Tally tally) {
    List<String> out = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      count(out, severity, tally.open(severity));
    }
    others(out, tally.waived(), tally.known());
    return String.join(", ", out);
  }

  private void count(List<String> out, Severity severity, long n) {
    if (n > 0) {
      String word = severity == Severity.INFO ? "note" : severity.word();
      out.add(paint.of(severity, Words.count(n, word)));
    }
  }

  private static void others(List<String> out, long waived, long known) {
    if (waived > 0) {
      out.add(waived + " waived");
    }
    if (known > 0) {
      out.add(known + " known");
    }
  }

  private void totals(Map<String, Tally> tallies) throws IOException {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      count(counts, severity, content.count(severity));
    }
    others(
        counts,
        tallies.values().stream().mapToLong(Tally::waived).sum(),
        tallies.values().stream().mapToLong(Tally::known).sum());
    int unknown = content.unknown().size();
    if (unknown > 0) {
      counts.add(unknown + " unknown");
    }
    int passed = content.passed().size();
    int none = content.notApplicable().size();
    out.append(counts.isEmpty() ? "no findings" : String.join(", ", counts));
    out.append("; ").append(Words.count(content.subjects(), "subject"));
    out.append(", " + passed + " of " + (passed + content.failed()) + " policies passed");
    out.append(none > 0 ? ", " + none + " not applicable" : "").append('\n');
    verdict();
  }

  private void verdict() throws IOException {
    out.append(paint.verdict(content.isAllowed(), content.outcome()));
    out.append(" at ").append(content.point()).append(" by ");
    out.append(Words.plain(content.policySet().name())).append(' ');
    out.append(Words.plain(content.policySet().version())).append(" (");
    out.append(shortened(content.policySet().revision())).append(")\n");
  }

  private static String shortened(String revision) {
    return revision.substring(0, Math.min(revision.length(), 19));
  }
}
