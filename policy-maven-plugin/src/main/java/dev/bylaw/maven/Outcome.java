package dev.bylaw.maven;

import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * What a run tells, and how it ends. Part of what a build runs in which nothing changed, see {@link
 * LastRun}.
 *
 * @param failure why the build fails; empty where it does not
 */
record Outcome(List<Line> lines, String failure) {
  /** A line of the log. */
  record Line(Level level, String text) {}

  /** Where a line goes. */
  enum Level {
    INFO,
    WARN,
    ERROR
  }

  Outcome {
    lines = List.copyOf(lines);
  }

  /** One line, and a build that goes on. */
  static Outcome of(String line) {
    return new Outcome(List.of(new Line(Level.INFO, line)), "");
  }

  /** Writes the lines, and fails the build if that is how it ends. */
  void tell(Log log) throws MojoFailureException {
    for (Line line : lines) {
      switch (line.level()) {
        case INFO -> log.info(line.text());
        case WARN -> log.warn(line.text());
        case ERROR -> log.error(line.text());
      }
    }
    if (!failure.isEmpty()) {
      throw new MojoFailureException(failure);
    }
  }
}
