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
import java.util.stream.Stream;

/** Reads files that a user names. */
final class TextFiles {
  private TextFiles() {}

  /**
   * The files in their order; of a folder those below it named {@code *.yaml} or {@code *.yml}.
   *
   * @throws InputException with all that cannot be read
   */
  static List<SourceFile> read(List<Path> paths) {
    List<SourceFile> sources = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (Path path : paths) {
      Path folder =
          Files.isDirectory(path) ? path : path.toAbsolutePath().normalize().resolveSibling("");
      for (Path file : files(path)) {
        SourceReader.Result read = SourceReader.read(folder, file, Limits.DEFAULT);
        read.source().ifPresent(sources::add);
        read.problem().ifPresent(problems::add);
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return sources;
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> walk = Files.walk(path)) {
      return walk.filter(Files::isRegularFile)
          .filter(f -> f.toString().endsWith(".yaml") || f.toString().endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(
          List.of(Diagnostic.error("folder_unreadable", path + " cannot be read: " + e)));
    }
  }
}
