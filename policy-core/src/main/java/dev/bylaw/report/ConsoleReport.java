package dev.bylaw.report;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Decision.NotKnown;
import dev.bylaw.decision.Finding;
import dev.bylaw.policy.Waiver;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.DiagnosticRenderer;
import dev.bylaw.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes for people. Text from inputs cannot steer the terminal: see {@link #plain}. */
final class ConsoleReport {
  private static final int WIDTH = 100;
  private static final String INDENT = "    ";

  private final StringBuilder out = new StringBuilder();

  private ConsoleReport() {}

  static String text(Report report) {
    ConsoleReport console = new ConsoleReport();
    Decision decision = report.decision();
    report.notes().forEach(console::diagnostic);
    decision.findings().forEach(console::finding);
    decision.unknown().forEach(console::unknown);
    decision.waived().forEach(console::waived);
    decision.notices().forEach(console::diagnostic);
    decision.errors().forEach(console::diagnostic);
    console.summary(decision);
    return console.out.toString();
  }

  private void diagnostic(Diagnostic d) {
    out.append(plain(DiagnosticRenderer.render(d))).append('\n');
  }

  private void finding(Finding f) {
    line(f.span() + ": " + f.severity().word() + ": " + f.message() + " [" + f.policy().id() + "]");
    out.append(plain(DiagnosticRenderer.frame(f.span())));
    if (!f.policy().title().equals(f.policy().id())) {
      field("policy", f.policy().title());
    }
    f.subject().environment().ifPresent(e -> field("target", e));
    f.found().ifPresent(v -> field("found", text(v)));
    f.wanted().ifPresent(v -> field("wanted", text(v)));
    if (!f.policy().description().isBlank()) {
      field("why", f.policy().description());
    }
    f.policy().remediation().ifPresent(r -> field("fix", r));
    f.policy().links().forEach(l -> field("see", l));
    out.append('\n');
  }

  private void waived(Decision.Waived w) {
    Finding f = w.finding();
    line(f.span() + ": waived: " + f.message() + " [" + f.policy().id() + "]");
    if (w.grounds() instanceof Decision.Grounds.ByWaiver by) {
      Waiver waiver = by.waiver();
      field(
          "until",
          "%s, by %s (%s): %s"
              .formatted(waiver.expires(), waiver.approver(), waiver.ticket(), waiver.reason()));
    } else if (w.grounds() instanceof Decision.Grounds.Inline inline) {
      field("reason", inline.reason());
    }
    out.append('\n');
  }

  private static String text(RegoValue value) {
    return value instanceof RegoString s && !s.value().isEmpty() ? s.value() : value.toString();
  }

  private void unknown(NotKnown n) {
    line(
        n.span().map(s -> s + ": ").orElse("")
            + "unknown: "
            + n.policy()
            + " depends on "
            + n.pointer()
            + ": "
            + n.reason());
  }

  private void line(String text) {
    out.append(plain(text)).append('\n');
  }

  /** A name and a text, broken at blanks into lines of at most {@link #WIDTH} characters. */
  private void field(String name, String text) {
    String head = INDENT + String.format(Locale.ROOT, "%-8s", name + ":");
    StringBuilder line = new StringBuilder(head);
    for (String word : plain(text.replace('\n', ' ')).strip().split(" +", -1)) {
      boolean first = line.length() == head.length();
      if (!first && line.length() + 1 + word.length() > WIDTH) {
        out.append(line).append('\n');
        line.setLength(0);
        line.append(" ".repeat(head.length()));
        first = true;
      }
      line.append(first ? "" : " ").append(word);
    }
    out.append(line).append('\n');
  }

  private void summary(Decision d) {
    List<String> counts = new ArrayList<>();
    count(counts, d.count(Severity.ERROR), "error");
    count(counts, d.count(Severity.WARNING), "warning");
    count(counts, d.count(Severity.INFO), "note");
    if (!d.waived().isEmpty()) {
      counts.add(d.waived().size() + " waived");
    }
    if (!d.known().isEmpty()) {
      counts.add(d.known().size() + " known");
    }
    int failed = d.findings().stream().map(f -> f.policy().id()).distinct().toList().size();
    line(
        (counts.isEmpty() ? "no findings" : String.join(", ", counts))
            + "; "
            + d.subjects()
            + (d.subjects() == 1 ? " subject" : " subjects")
            + ", "
            + d.passed().size()
            + " of "
            + (d.passed().size() + failed)
            + " policies passed"
            + (d.notApplicable().isEmpty()
                ? ""
                : ", " + d.notApplicable().size() + " not applicable"));
    line(
        "%s at %s by %s %s (%s)"
            .formatted(
                d.outcome().name().toLowerCase(Locale.ROOT),
                d.point().name().toLowerCase(Locale.ROOT),
                d.policySet().name(),
                d.policySet().version(),
                shortened(d.policySet().revision())));
  }

  private static void count(List<String> out, long n, String word) {
    if (n > 0) {
      out.add(n + " " + word + (n == 1 ? "" : "s"));
    }
  }

  private static String shortened(String revision) {
    return revision.substring(0, Math.min(revision.length(), 19));
  }

  /** Control characters other than line ends and tabs become a visible sign. */
  private static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> {
              boolean steers =
                  (Character.isISOControl(c) && c != '\n' && c != '\t')
                      || (c >= 0x202A && c <= 0x202E)
                      || (c >= 0x2066 && c <= 0x2069);
              out.append(steers ? '\uFFFD' : (char) c);
            });
    return out.toString();
  }
}
