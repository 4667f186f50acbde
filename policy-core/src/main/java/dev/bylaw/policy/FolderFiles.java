package dev.bylaw.policy;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a set in a folder. */
final class FolderFiles {
  private FolderFiles() {}

  static SortedMap<String, SourceFile> read(Path folder, List<Diagnostic> diagnostics) {
    SortedMap<String, SourceFile> files = new TreeMap<>();
    for (Path path : list(folder, diagnostics)) {
      String name = SourceReader.name(folder, path);
      SourceReader.Result read =
          SourceReader.read(folder, path, prefix(folder) + name, Limits.DEFAULT);
      read.problem().ifPresent(diagnostics::add);
      read.source().ifPresent(s -> files.put(name, s));
    }
    return files;
  }

  /** What messages show before a name. */
  static String prefix(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name + "/";
  }

  private static List<Path> list(Path folder, List<Diagnostic> diagnostics) {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> found =
          walk.filter(p -> SetFiles.belongs(SourceReader.name(folder, p)))
              .filter(Files::isRegularFile)
              .sorted()
              .limit(SetFiles.MAX_FILES + 1L)
              .toList();
      if (found.size() > SetFiles.MAX_FILES) {
        diagnostics.add(
            Diagnostic.error(
                "policy_set_too_large",
                "the folder %s has more than the limit of %d files"
                    .formatted(folder, SetFiles.MAX_FILES)));
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      diagnostics.add(
          Diagnostic.error(
              "policy_set_unreadable",
              "the folder " + folder + " cannot be read: " + e.getClass().getSimpleName()));
      return List.of();
    }
  }
}
