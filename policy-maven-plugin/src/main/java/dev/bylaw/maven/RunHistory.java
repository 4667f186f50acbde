package dev.bylaw.maven;

import dev.bylaw.report.PastRun;
import dev.bylaw.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** The file that keeps a line of each run. */
final class RunHistory {
  private RunHistory() {}

  /** Adds a run and returns all of them. */
  static List<PastRun> with(Report report, Path file) throws MojoExecutionException {
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      String line = PastRun.of(report, Instant.now()).line() + "\n";
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return PastRun.read(Files.readAllLines(file));
    } catch (IOException e) {
      throw new MojoExecutionException(file + " cannot be read or written: " + e, e);
    } catch (ParseException e) {
      throw new MojoExecutionException(file + ": " + e.getMessage(), e);
    }
  }
}
