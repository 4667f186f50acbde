package dev.bylaw.rules.infra;

import dev.bylaw.source.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path into the state of a planned resource, such as {@code tasks[0].new_cluster.policy_id},
 * {@code tags['a.b']} or {@code tasks[task_key='load'].max_retries}.
 */
final class StatePath {
  private StatePath() {}

  /**
   * The steps of a path: names, and {@code [0]} or {@code [key='value']} for elements. Empty where
   * the text is no path.
   */
  static Optional<List<String>> steps(String text) {
    List<String> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '[') {
        boolean quoted = text.startsWith("['", at);
        int end = quoted ? text.indexOf("']", at + 2) : closing(text, at);
        if (end < 0) {
          return Optional.empty();
        }
        steps.add(quoted ? text.substring(at + 2, end) : text.substring(at, end + 1));
        at = end + (quoted ? 2 : 1);
      } else {
        int start = text.charAt(at) == '.' ? at + 1 : at;
        at = end(text, start);
        if (at == start) {
          return Optional.empty();
        }
        steps.add(text.substring(start, at));
      }
    }
    return Optional.of(steps)
        .filter(all -> !all.isEmpty() && all.size() <= Limits.DEFAULT.maxNesting());
  }

  /** Behind a name. */
  private static int end(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
      at++;
    }
    return at;
  }

  /** Of {@code [0]} or {@code [key='value']}; negative if there is none. */
  private static int closing(String text, int at) {
    int quote = text.indexOf("='", at);
    int plain = text.indexOf(']', at);
    if (quote < 0 || quote > plain) {
      return plain;
    }
    int end = text.indexOf("']", quote + 2);
    return end < 0 ? -1 : end + 1;
  }

  /** The key of {@code [key='value']}. */
  static Optional<String> key(String step) {
    int equals = step.indexOf("='");
    return step.startsWith("[") && equals > 1
        ? Optional.of(step.substring(1, equals))
        : Optional.empty();
  }
}
