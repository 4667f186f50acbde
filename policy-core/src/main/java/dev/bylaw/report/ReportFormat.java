package dev.bylaw.report;

import java.io.IOException;
import java.io.Writer;

/** The formats in which a report can be written. Secrets are masked in all of them. */
public enum ReportFormat {
  /** For people: a code frame, why, and how to mend it, for each finding; a summary at the end. */
  CONSOLE("findings.txt") {
    @Override
    public void write(Report report, Writer out) throws IOException {
      ConsoleReport.write(report, ConsoleStyle.PLAIN, out);
    }
  },
  /** The decision as one JSON object, as docs/decision.md describes it. */
  JSON("decision.json") {
    @Override
    public void write(Report report, Writer out) throws IOException {
      JsonReport.write(new Content(report), out);
    }
  },
  /** SARIF 2.1.0, within the limits of GitHub's code scanning. */
  SARIF("policy.sarif") {
    @Override
    public void write(Report report, Writer out) throws IOException {
      SarifReport.write(new Content(report), out);
    }
  },
  /** JUnit's XML: a suite per policy, a case per finding. */
  JUNIT("junit.xml") {
    @Override
    public void write(Report report, Writer out) throws IOException {
      JunitReport.write(new Content(report), out);
    }
  },
  /** Commands that make GitHub annotate the lines of findings. */
  GITHUB("github-annotations.txt") {
    @Override
    public void write(Report report, Writer out) throws IOException {
      GitHubReport.write(new Content(report), out);
    }
  },
  /** A summary for a pull request or for the summary of a workflow's step. */
  MARKDOWN("summary.md") {
    @Override
    public void write(Report report, Writer out) throws IOException {
      MarkdownReport.write(new Content(report), out);
    }
  },
  /** GitLab's code quality report. */
  GITLAB("gl-code-quality.json") {
    @Override
    public void write(Report report, Writer out) throws IOException {
      GitLabReport.write(new Content(report), out);
    }
  },
  /** A row per finding, safe to open in a spreadsheet. */
  CSV("findings.csv") {
    @Override
    public void write(Report report, Writer out) throws IOException {
      CsvReport.write(new Content(report), out);
    }
  },
  /** One page that works offline, for those who look at the whole. */
  HTML("report.html") {
    @Override
    public void write(Report report, Writer out) throws IOException {
      HtmlReport.write(new Content(report), out);
    }
  };

  private final String fileName;

  ReportFormat(String fileName) {
    this.fileName = fileName;
  }

  /** What a file of this format is called where nobody chooses. */
  public String fileName() {
    return fileName;
  }

  /** Writes a report and leaves the writer open. Lines end with {@code \n}, in CSV with CRLF. */
  public abstract void write(Report report, Writer out) throws IOException;
}
