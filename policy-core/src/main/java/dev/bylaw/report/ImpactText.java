package dev.bylaw.report;

import dev.bylaw.decision.Finding;
import dev.bylaw.decision.Impact;
import dev.bylaw.decision.Impact.Change;
import dev.bylaw.decision.Impact.Group;
import dev.bylaw.decision.Impact.Kind;
import dev.bylaw.source.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes an impact for people. Texts of inputs stay texts: see {@link #cell} and {@link #line}. */
final class ImpactText {
  private static final List<Kind> TOLD =
      List.of(Kind.NEWLY_FAILING, Kind.NEWLY_WAIVED, Kind.NEWLY_PASSING);

  /** So many changes of a kind are listed; the counts tell the rest. */
  private static final int LISTED = 200;

  private final Masking masking;

  ImpactText(Masking masking) {
    this.masking = masking;
  }

  String plain(Impact impact) {
    StringBuilder out = new StringBuilder();
    out.append(title(impact)).append('\n');
    for (Kind kind : Kind.values()) {
      out.append(String.format(Locale.ROOT, "  %6d %s\n", impact.count(kind), word(kind)));
    }
    for (Kind kind : TOLD) {
      List<Change> changes = changes(impact, kind);
      if (!changes.isEmpty()) {
        out.append('\n').append(word(kind)).append('\n');
        for (Group group : Group.values()) {
          out.append("  by ").append(word(group)).append(": ");
          out.append(line(counts(impact.count(kind, group)))).append('\n');
        }
        changes.stream().limit(LISTED).forEach(c -> plain(c, out));
        more(changes, "  ", out);
      }
    }
    impact.errors().forEach(e -> out.append("error: ").append(line(e.toString())).append('\n'));
    return out.toString();
  }

  private void plain(Change change, StringBuilder out) {
    for (Finding f : change.findings()) {
      out.append("  ")
          .append(line(f.span() + ": " + f.message() + " [" + f.policy().id() + "]"))
          .append('\n');
    }
  }

  String markdown(Impact impact) {
    StringBuilder out = new StringBuilder();
    out.append("### ")
        .append(cell(title(impact)))
        .append("\n\n| | pairs of policy and subject |\n|---|---:|\n");
    for (Kind kind : Kind.values()) {
      out.append("| ").append(word(kind)).append(" | ").append(impact.count(kind)).append(" |\n");
    }
    for (Kind kind : TOLD) {
      List<Change> changes = changes(impact, kind);
      if (!changes.isEmpty()) {
        table(impact, kind, changes, out);
      }
    }
    if (!impact.errors().isEmpty()) {
      out.append("\n#### errors\n\n");
      for (Diagnostic e : impact.errors()) {
        out.append("- ").append(cell(e.toString())).append('\n');
      }
    }
    return out.toString();
  }

  private void table(Impact impact, Kind kind, List<Change> changes, StringBuilder out) {
    out.append("\n#### ").append(word(kind)).append("\n\n");
    for (Group group : Group.values()) {
      out.append("- by ").append(word(group)).append(": ");
      out.append(cell(counts(impact.count(kind, group)))).append('\n');
    }
    out.append("\n| place | policy | what |\n|---|---|---|\n");
    for (Change change : changes.subList(0, Math.min(LISTED, changes.size()))) {
      for (Finding f : change.findings()) {
        out.append("| ").append(cell(f.span().toString()));
        out.append(" | ").append(cell(f.policy().id()));
        out.append(" | ").append(cell(f.message())).append(" |\n");
      }
    }
    more(changes, "\n", out);
  }

  private static void more(List<Change> changes, String before, StringBuilder out) {
    if (changes.size() > LISTED) {
      out.append(before).append("and ").append(changes.size() - LISTED).append(" more\n");
    }
  }

  private static List<Change> changes(Impact impact, Kind kind) {
    return impact.changes().stream().filter(c -> c.kind() == kind).toList();
  }

  private static String title(Impact impact) {
    return "Impact of %s %s on what %s %s decides at %s"
        .formatted(
            impact.after().name(),
            impact.after().version(),
            impact.before().name(),
            impact.before().version(),
            word(impact.point()));
  }

  private static String counts(Map<String, Long> counts) {
    StringBuilder out = new StringBuilder();
    counts.forEach(
        (name, n) -> out.append(out.isEmpty() ? "" : ", ").append(name).append(' ').append(n));
    return out.toString();
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** One line without secrets and without characters that steer a terminal. */
  private String line(String given) {
    String text = masking.text(given);
    StringBuilder out = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> {
              boolean steers =
                  Character.isISOControl(c)
                      || (c >= 0x202A && c <= 0x202E)
                      || (c >= 0x2066 && c <= 0x2069);
              out.append(steers ? ' ' : (char) c);
            });
    return out.toString();
  }

  /** A text in a table: whatever means something to Markdown or HTML is escaped. */
  private String cell(String text) {
    StringBuilder out = new StringBuilder(text.length());
    line(text)
        .chars()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '&' -> out.append("&amp;");
                case '@' -> out.append("&#64;");
                case '|', '`', '*', '_', '[', ']', '\\', '#', '!' ->
                    out.append('\\').append((char) c);
                default -> out.append((char) c);
              }
            });
    return out.toString();
  }
}
