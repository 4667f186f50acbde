package dev.bylaw.maven;

import dev.bylaw.report.Report;
import dev.bylaw.report.ReportFormat;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/** Writes reports where people and forges look for them. */
final class ReportFiles {
  private ReportFiles() {}

  /** Makes the folders that are missing. */
  static void write(ReportFormat format, Report report, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      format.write(report, out);
    }
  }

  /** Whether this is a workflow of GitHub. */
  static boolean isAnnotating(Map<String, String> environment) {
    return "true".equals(environment.get("GITHUB_ACTIONS"));
  }

  /**
   * Within a workflow of GitHub, makes annotations and adds to the summary of the step.
   *
   * @param environment the process's variables
   * @param out where GitHub reads commands: only at the start of a line, so not through a log
   */
  static void annotate(Report report, Map<String, String> environment, PrintStream out)
      throws IOException {
    if (!isAnnotating(environment)) {
      return;
    }
    StringWriter commands = new StringWriter();
    ReportFormat.GITHUB.write(report, commands);
    out.print(commands);
    out.flush();
    Optional<String> summary = Optional.ofNullable(environment.get("GITHUB_STEP_SUMMARY"));
    if (summary.filter(s -> !s.isBlank()).isPresent()) {
      try (Writer file =
          Files.newBufferedWriter(
              Path.of(summary.get()),
              StandardCharsets.UTF_8,
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND)) {
        ReportFormat.MARKDOWN.write(report, file);
      }
    }
  }

  /**
   * Where a folder stands in its git repository, with {@code /} at its end; empty for the root and
   * outside of repositories.
   */
  static String inRepository(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    for (Path at = absolute; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        String path = at.relativize(absolute).toString().replace('\\', '/');
        return path.isEmpty() ? "" : path + "/";
      }
    }
    return "";
  }
}
