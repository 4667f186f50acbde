package dev.bylaw.maven;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The Rego files of a folder. Hidden folders and {@code target} are left out. */
final class RegoFiles {
  private RegoFiles() {}

  /**
   * The texts by their files, in the order of the files.
   *
   * @param root a folder, or one file
   * @throws InputException with all files that cannot be read, or because there is none
   */
  static Map<Path, SourceFile> read(Path root) {
    Path folder = Files.isDirectory(root) ? root : root.toAbsolutePath().resolveSibling("");
    Map<Path, SourceFile> sources = new TreeMap<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (Path file : files(root)) {
      SourceReader.Result read = SourceReader.read(folder, file, Limits.DEFAULT);
      read.source().ifPresent(s -> sources.put(file, s));
      read.problem().ifPresent(problems::add);
    }
    if (sources.isEmpty() && problems.isEmpty()) {
      String where = Files.exists(root) ? "no *.rego file in " + root : "no folder " + root;
      problems.add(
          Diagnostic.error("no_rego", "there is " + where + ": name one by -Dpolicy.sources=DIR"));
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return sources;
  }

  private static List<Path> files(Path root) {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile)
          .filter(f -> f.toString().endsWith(".rego"))
          .filter(f -> belongs(root.relativize(f)))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(
          List.of(Diagnostic.error("folder_unreadable", root + " cannot be read: " + e)));
    }
  }

  private static boolean belongs(Path relative) {
    for (Path name : relative) {
      String text = name.toString();
      if (text.equals("target") || (text.startsWith(".") && text.length() > 1)) {
        return false;
      }
    }
    return true;
  }
}
