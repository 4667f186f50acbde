package dev.bylaw.decision;

import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names in SQL: in any case, and in back-ticks or not. */
final class Identifiers {
  private Identifiers() {}

  static boolean isSql(SourceFile source) {
    return source.name().toLowerCase(Locale.ROOT).endsWith(".sql");
  }

  /** The last part of a dotted name, back-ticks included, if it is the one that is meant. */
  static Optional<Span> last(Span dotted, String name) {
    for (String written : List.of(name, "`" + name + "`")) {
      int start = dotted.end() - written.length();
      String text = dotted.source().text();
      if (isSql(dotted.source())
          && start >= dotted.start()
          && text.regionMatches(true, start, written, 0, written.length())
          && (start == dotted.start() || text.charAt(start - 1) == '.')) {
        return Optional.of(dotted.source().span(start, dotted.end()));
      }
    }
    return Optional.empty();
  }

  /** Whether a text has a name as a word, in any case, at another place than those of edits. */
  static boolean standsElsewhere(String name, SourceFile source, List<Edit> edits) {
    Set<Integer> known = new HashSet<>();
    for (Edit edit : edits) {
      if (edit.span().source().name().equals(source.name())) {
        known.add(edit.span().start());
        known.add(edit.span().start() + 1); // within back-ticks
      }
    }
    String text = source.text().toLowerCase(Locale.ROOT);
    String sought = name.toLowerCase(Locale.ROOT);
    for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
      if (!known.contains(at) && isWord(text, at, at + sought.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(String text, int start, int end) {
    return (start == 0 || !Character.isJavaIdentifierPart(text.charAt(start - 1)))
        && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
  }
}
