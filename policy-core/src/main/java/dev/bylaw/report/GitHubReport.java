package dev.bylaw.report;

import dev.bylaw.source.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Workflow commands that make annotations of findings. GitHub shows ten of each level per step, so
 * only the first ten of each are written.
 */
final class GitHubReport {
  private static final int PER_LEVEL = 10;

  private GitHubReport() {}

  static void write(Content content, Writer out) throws IOException {
    Map<Severity, Integer> written = new EnumMap<>(Severity.class);
    int left = 0;
    for (Content.Problem e : content.errors()) {
      if (written.merge(Severity.ERROR, 1, Integer::sum) <= PER_LEVEL) {
        String place = e.region().map(r -> place(content, r)).orElse("");
        out.write("::error " + place + "title=" + property(e.code()) + "::" + data(e.message()));
        out.write('\n');
      } else {
        left++;
      }
    }
    for (Iterator<Item> items = content.ranked().iterator(); items.hasNext(); ) {
      Item item = items.next();
      if (item.state() != Item.State.OPEN) {
        continue;
      }
      if (written.merge(item.severity(), 1, Integer::sum) <= PER_LEVEL) {
        out.write(annotation(content, item));
      } else {
        left++;
      }
    }
    if (left > 0) {
      out.write("::notice title=Bylaw::" + Words.count(left, "more finding"));
      out.write(", see the step's summary and the reports\n");
    }
  }

  private static String annotation(Content content, Item item) {
    String level =
        switch (item.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case INFO -> "notice";
        };
    String fix = item.rule().remediation().map(r -> "\nFix: " + r).orElse("");
    return "::%s %stitle=%s::%s\n"
        .formatted(
            level,
            place(content, item.region()),
            property(item.rule().title() + " [" + item.rule().id() + "]"),
            data(Words.clipped(Words.withValues(item) + fix, 4_000)));
  }

  private static String place(Content content, Region r) {
    // columns count only where the place is on one line
    String columns =
        r.line() == r.endLine() ? "col=" + r.column() + ",endColumn=" + r.endColumn() + "," : "";
    return "file=%s,line=%d,endLine=%d,%s"
        .formatted(property(content.repositoryPath(r)), r.line(), r.endLine(), columns);
  }

  private static String data(String text) {
    return Words.plain(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
