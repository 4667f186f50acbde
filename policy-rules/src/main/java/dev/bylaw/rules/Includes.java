package dev.bylaw.rules;

import dev.bylaw.source.Diagnostic;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** Which files of a folder are meant; all where no pattern is given. */
final class Includes {
  private final FileSystem fileSystem = FileSystems.getDefault();
  private final List<PathMatcher> matchers = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final boolean all;

  Includes(List<String> globs) {
    all = globs.isEmpty();
    for (String glob : globs) {
      try {
        // Java's `**/` wants at least one folder
        matchers.add(fileSystem.getPathMatcher("glob:" + glob.replace("**/", "{**/,}")));
      } catch (PatternSyntaxException e) {
        problems.add(
            Diagnostic.error(
                "include_invalid", "the pattern " + glob + " is not one: " + e.getDescription()));
      }
    }
  }

  List<Diagnostic> problems() {
    return problems;
  }

  boolean match(String name) {
    Path path = fileSystem.getPath(name);
    return all || matchers.stream().anyMatch(m -> m.matches(path));
  }
}
