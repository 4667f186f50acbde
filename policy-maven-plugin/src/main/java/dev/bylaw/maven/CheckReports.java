package dev.bylaw.maven;

import dev.bylaw.report.ConsoleReport;
import dev.bylaw.report.ConsoleStyle;
import dev.bylaw.report.Report;
import dev.bylaw.report.ReportFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The reports that {@code policy:check} makes.
 *
 * @param json where the decision goes; nowhere if empty
 * @param formats further ones, beside it
 */
record CheckReports(Optional<Path> json, List<ReportFormat> formats, ConsoleStyle style) {
  CheckReports {
    formats = List.copyOf(formats);
  }

  /** Whether there is one that shows more than the run itself. */
  boolean hasPage() {
    return formats.contains(ReportFormat.HTML);
  }

  /**
   * Writes them.
   *
   * @param watch hears of the files
   * @return what the terminal shows
   */
  String write(Report report, Watch watch) throws MojoExecutionException {
    StringWriter text = new StringWriter();
    try {
      ConsoleReport.write(report, style, text);
      if (json.isPresent()) {
        write(ReportFormat.JSON, report, json.get(), watch);
      }
      for (ReportFormat format : formats) {
        write(format, report, folder().resolve(format.fileName()), watch);
      }
      ReportFiles.annotate(report, System.getenv(), System.out);
    } catch (IOException e) {
      throw new MojoExecutionException("the report cannot be written: " + e, e);
    }
    return text.toString();
  }

  private static void write(ReportFormat format, Report report, Path file, Watch watch)
      throws IOException {
    ReportFiles.write(format, report, file);
    watch.written(file);
  }

  private Path folder() {
    Path file = json.orElse(Path.of("target", "policy", "decision.json")).toAbsolutePath();
    return file.resolveSibling("");
  }
}
