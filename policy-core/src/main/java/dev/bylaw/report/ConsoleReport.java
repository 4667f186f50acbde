package dev.bylaw.report;

import dev.bylaw.report.ConsoleStyle.Detail;
import dev.bylaw.report.Content.Gap;
import dev.bylaw.report.Content.Problem;
import dev.bylaw.report.Item.State;
import dev.bylaw.source.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes for people. Text from inputs cannot steer the terminal: see {@link Words#plain}. */
public final class ConsoleReport {
  private static final int WIDTH = 100;

  /** Of a diff. */
  private static final int LINES = 20;

  private static final String INDENT = "    ";

  private final ConsoleStyle style;
  private final Paint paint;
  private final Writer out;

  private ConsoleReport(ConsoleStyle style, Writer out) {
    this.style = style;
    this.paint = new Paint(style.colour());
    this.out = out;
  }

  /** Writes and leaves the writer open. Lines end with {@code \n}. */
  public static void write(Report report, ConsoleStyle style, Writer out) throws IOException {
    new ConsoleReport(style, out).all(new Content(report));
  }

  private void all(Content content) throws IOException {
    if (style.shows(Detail.BRIEF)) {
      findings(content);
    }
    for (Problem error : content.errors()) {
      problem(error);
    }
    new ConsoleSummary(content, style, out).write();
  }

  private void findings(Content content) throws IOException {
    for (Problem note : content.notes()) {
      problem(note);
    }
    open(content);
    for (Gap gap : content.unknown()) {
      unknown(gap);
    }
    for (Iterator<Item> items = content.items(State.WAIVED).iterator(); items.hasNext(); ) {
      excepted(items.next());
    }
    if (style.shows(Detail.VERBOSE)) {
      for (Iterator<Item> items = content.items(State.KNOWN).iterator(); items.hasNext(); ) {
        excepted(items.next());
      }
    }
    for (Problem notice : content.notices()) {
      problem(notice);
    }
  }

  /** Those of a file stand together, below its name. */
  private void open(Content content) throws IOException {
    String file = "";
    for (Iterator<Item> items = content.items(State.OPEN).iterator(); items.hasNext(); ) {
      Item item = items.next();
      if (!item.region().path().equals(file)) {
        file = item.region().path();
        out.append(paint.bold(Words.plain(file))).append('\n');
      }
      finding(item);
    }
  }

  private void problem(Problem p) throws IOException {
    head(p.region().map(r -> r + ": ").orElse(""), p.severity(), p.message(), p.code());
    if (style.shows(Detail.NORMAL)) {
      frame(p.frame().map(Frame::text).orElse(""), p.severity());
    }
  }

  private void head(String place, Severity severity, String message, String code)
      throws IOException {
    out.append(Words.plain(place)).append(paint.of(severity, severity.word())).append(": ");
    out.append(Words.plain(message)).append(paint.dim(Words.plain(" [" + code + "]")));
    out.append('\n');
  }

  private void finding(Item i) throws IOException {
    Rule rule = i.rule();
    head(i.region() + ": ", i.severity(), i.message(), rule.id());
    if (!style.shows(Detail.NORMAL)) {
      return;
    }
    frame(i.frame().text(), i.severity());
    field("policy", rule.hasTitle() ? rule.title() : "");
    field("target", i.target().environment().orElse(""));
    field("found", i.found().map(Item::text).orElse(""));
    field("wanted", i.wanted().map(Item::text).orElse(""));
    field("why", rule.description());
    field("fix", rule.remediation().orElse(""));
    repair(i.repair());
    for (String link : rule.links()) {
      field("see", link);
    }
    out.append('\n');
  }

  /** The lines that a fix changes; what does not fit is in the JSON. */
  private void repair(Optional<Repair> repair) throws IOException {
    String head = "diff:   ";
    for (String text : repair.map(Repair::diff).orElse(List.of()).stream().limit(LINES).toList()) {
      out.append(INDENT).append(head).append(Words.plain(Words.clipped(text, WIDTH))).append('\n');
      head = " ".repeat(head.length());
    }
  }

  /** Of somebody, or by the baseline. */
  private void excepted(Item i) throws IOException {
    String state = Rules.word(i.state());
    line(i.region() + ": " + state + ": " + i.message() + " [" + i.rule().id() + "]");
    if (!style.shows(Detail.NORMAL)) {
      return;
    }
    if (i.excuse().isPresent()) {
      Item.Excuse excuse = i.excuse().get();
      if (excuse.waiver().isPresent()) {
        field("until", excuse.text().substring("until ".length()));
      } else {
        field("reason", excuse.reason());
      }
    }
    out.append('\n');
  }

  private void unknown(Gap gap) throws IOException {
    String place = gap.region().map(r -> r + ": ").orElse("");
    line(place + "unknown: " + gap.policy() + " depends on " + gap.pointer() + ": " + gap.reason());
  }

  /** Two lines: the text, and the carets below. */
  private void frame(String frame, Severity severity) throws IOException {
    String plain = Words.plain(frame);
    int carets = plain.indexOf('^', plain.indexOf('\n') + 1);
    if (carets < 0) {
      out.append(plain);
    } else {
      out.append(plain, 0, carets);
      out.append(paint.of(severity, plain.substring(carets).stripTrailing())).append('\n');
    }
  }

  private void line(String text) throws IOException {
    out.append(Words.plain(text)).append('\n');
  }

  /**
   * A name and a text, broken at blanks into lines of at most {@link #WIDTH} characters; nothing
   * where the text is blank.
   */
  private void field(String name, String text) throws IOException {
    if (text.isBlank()) {
      return;
    }
    String head = INDENT + String.format(Locale.ROOT, "%-8s", name + ":");
    StringBuilder line = new StringBuilder(head);
    for (String word : Words.plain(text.replace('\n', ' ')).strip().split(" +", -1)) {
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
}
