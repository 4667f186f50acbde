package dev.bylaw.report;

import java.io.IOException;
import java.io.Writer;

/** The formats in which a report can be written. */
public enum ReportFormat {
  /** For people: a code frame, why, and how to mend it, for each finding; a summary at the end. */
  CONSOLE {
    @Override
    public void write(Report report, Writer out) throws IOException {
      out.write(ConsoleReport.text(report));
    }
  },
  /** The decision as one JSON object, as docs/decision.md describes it. */
  JSON {
    @Override
    public void write(Report report, Writer out) throws IOException {
      JsonReport.write(report, out);
    }
  };

  /** Writes a report and leaves the writer open. Lines end with {@code \n}. */
  public abstract void write(Report report, Writer out) throws IOException;
}
