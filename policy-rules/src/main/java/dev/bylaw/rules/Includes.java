package dev.bylaw.rules;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** Which files of a folder are meant; all where no pattern is given. */
final class Includes {
  private final FileSystem fileSystem = FileSystems.getDefault();
  private final Map<String, PathMatcher> matchers = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final boolean all;

  Includes(List<String> globs) {
    all = globs.isEmpty();
    for (String glob : globs) {
      try {
        // Java's `**/` wants at least one folder
        matchers.put(glob, fileSystem.getPathMatcher("glob:" + glob.replace("**/", "{**/,}")));
      } catch (PatternSyntaxException e) {
        problems.add(
            Diagnostic.error(
                "include_invalid", "the pattern " + glob + " is not one: " + e.getDescription()));
      }
    }
  }

  /** A name in which no character stands for others. */
  static String escaped(String name) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      out.append("*?[]{}\\".indexOf(c) < 0 ? "" : "\\").append(c);
    }
    return out.toString();
  }

  /** What is wrong with the patterns, also those seen in vain by {@link #among}. */
  List<Diagnostic> problems() {
    return problems;
  }

  /** The names that are meant. */
  Set<String> among(Set<String> names) {
    Set<String> meant = new HashSet<>(all ? names : Set.of());
    matchers.forEach(
        (glob, matcher) -> {
          List<String> found =
              names.stream().filter(n -> matcher.matches(fileSystem.getPath(n))).toList();
          if (found.isEmpty()) {
            problems.add(unmatched(glob));
          }
          meant.addAll(found);
        });
    return meant;
  }

  private static Diagnostic unmatched(String glob) {
    return new Diagnostic(
        "include_unmatched",
        Severity.WARNING,
        Optional.empty(),
        "the pattern " + glob + " matches no file; patterns match paths below the folder");
  }
}
