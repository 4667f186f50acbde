package dev.bylaw.rules.sql.text;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A cell of a notebook.
 *
 * @param language {@code sql}, {@code python}, {@code md} and so on, lower case
 * @param span from its first to its last line
 * @param lines what it says, without the signs of the notebook, line by line or piece by piece
 * @param end where a separator may be put behind it
 */
record Cell(String language, Optional<String> title, Span span, List<Span> lines, int end) {
  Cell {
    lines = List.copyOf(lines);
  }

  /** The language that a first line such as {@code %sql} or {@code %%sql} names. */
  static Optional<String> magic(String line) {
    String rest = line.strip();
    if (!rest.startsWith("%")) {
      return Optional.empty();
    }
    int from = rest.startsWith("%%") ? 2 : 1;
    int to = from;
    while (to < rest.length() && Character.isLetterOrDigit(rest.charAt(to))) {
      to++;
    }
    String word = rest.substring(from, to);
    return switch (word) {
      case "py", "python3" -> Optional.of("python");
      case "" -> Optional.empty();
      default -> Optional.of(word);
    };
  }
}
