package dev.bylaw.report;

import dev.bylaw.report.Item.State;
import dev.bylaw.source.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A summary in GitHub's Markdown, for the summary of a workflow's step or a comment: counts per
 * policy, and the gravest findings. Stays below the MiB that GitHub takes.
 */
final class MarkdownReport {
  private static final int FINDINGS = 100;
  private static final int POLICIES = 500;
  private static final int PROBLEMS = 20;
  private static final int CELL = 300;

  private final Content content;
  private final Writer out;

  private MarkdownReport(Content content, Writer out) {
    this.content = content;
    this.out = out;
  }

  static void write(Content content, Writer out) throws IOException {
    new MarkdownReport(content, out).summary();
  }

  private void summary() throws IOException {
    line("## %s Policies: %s", content.isAllowed() ? "✅" : "❌", content.outcome());
    line("");
    line(
        "%s %s at %s · %s · %s · %s · %d of %d policies passed",
        Markdown.text(content.policySet().name()),
        Markdown.text(content.policySet().version()),
        content.point(),
        Words.count(content.count(Severity.ERROR), "error"),
        Words.count(content.count(Severity.WARNING), "warning"),
        Words.count(content.count(Severity.INFO), "note"),
        content.passed().size(),
        content.passed().size() + content.failed());
    problems("What could not be judged", content.errors());
    problems("Waivers and the baseline", content.notices());
    policies();
    findings();
  }

  private void problems(String title, List<Content.Problem> problems) throws IOException {
    if (problems.isEmpty()) {
      return;
    }
    line("\n### %s\n", title);
    for (Content.Problem e : problems.subList(0, Math.min(PROBLEMS, problems.size()))) {
      String place = e.region().map(r -> Markdown.code(r.toString()) + " ").orElse("");
      line("- %s%s", place, Markdown.text(Words.clipped(e.message(), CELL)));
    }
    more(problems.size() - PROBLEMS, "message", "messages");
  }

  private void policies() throws IOException {
    Map<String, Tally> tallies = content.tallies();
    if (tallies.isEmpty()) {
      return;
    }
    line("\n### Policies with findings\n");
    line("| policy | errors | warnings | notes | waived | known |");
    line("|---|--:|--:|--:|--:|--:|");
    int left = POLICIES;
    for (Map.Entry<String, Tally> e : tallies.entrySet()) {
      if (left-- > 0) {
        Tally t = e.getValue();
        line(
            "| %s | %d | %d | %d | %d | %d |",
            Markdown.code(e.getKey()),
            t.open(Severity.ERROR),
            t.open(Severity.WARNING),
            t.open(Severity.INFO),
            t.waived(),
            t.known());
      }
    }
    more(tallies.size() - POLICIES, "policy has findings", "policies have findings");
  }

  private void findings() throws IOException {
    int open = content.tallies().values().stream().mapToInt(Tally::open).sum();
    if (open == 0) {
      return;
    }
    line("\n### Findings\n");
    line("| | place | finding | how to mend it |");
    line("|---|---|---|---|");
    int left = FINDINGS;
    for (Iterator<Item> items = content.ranked().limit(FINDINGS).iterator(); items.hasNext(); ) {
      Item item = items.next();
      if (item.state() == State.OPEN && left-- > 0) {
        finding(item);
      }
    }
    more(open - FINDINGS, "finding", "findings");
  }

  private void finding(Item item) throws IOException {
    line(
        "| %s | %s | %s<br>%s | %s |",
        sign(item.severity()),
        Markdown.code(content.repositoryPath(item.region()) + ":" + item.region().line()),
        Markdown.text(Words.clipped(Words.withValues(item), CELL)),
        Markdown.code(item.rule().id()),
        Markdown.text(Words.clipped(item.rule().remediation().orElse(""), CELL)));
  }

  private void more(int n, String one, String many) throws IOException {
    if (n > 0) {
      line("\n%d more %s; the other reports have all.", n, n == 1 ? one : many);
    }
  }

  private static String sign(Severity severity) {
    return switch (severity) {
      case ERROR -> "🔴 error";
      case WARNING -> "🟡 warning";
      case INFO -> "🔵 note";
    };
  }

  private void line(String format, Object... arguments) throws IOException {
    out.write(String.format(Locale.ROOT, format, arguments));
    out.write('\n');
  }
}
