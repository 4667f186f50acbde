package dev.bylaw.rules;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import dev.bylaw.source.SourceReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lists the files of a folder. Hidden folders and those that tools fill are left out; links to
 * folders are not followed.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {
  private static final Set<String> SKIPPED = Set.of("target", "node_modules");

  /** By their names below the folder, with {@code /}; sorted. */
  final Map<String, Path> files = new TreeMap<>();

  /** What is neither a file nor a folder. */
  final Set<String> others = new TreeSet<>();

  private final Path start;
  private final String prefix;
  private final int maxFiles;
  private final Map<String, Diagnostic> problems = new TreeMap<>();

  private FolderWalk(Path start, String prefix, int maxFiles) {
    this.start = start;
    this.prefix = prefix;
    this.maxFiles = maxFiles;
  }

  /**
   * Walks through a folder, which may itself be a link to one.
   *
   * @param root names are below it
   */
  static FolderWalk of(Path root, Path folder, int maxFiles) {
    String name = SourceReader.name(root, folder);
    String prefix = name.isEmpty() ? "" : name + "/";
    try {
      FolderWalk walk = new FolderWalk(folder.toRealPath(), prefix, maxFiles);
      Files.walkFileTree(walk.start, walk);
      return walk;
    } catch (IOException e) {
      FolderWalk nothing = new FolderWalk(folder, prefix, maxFiles);
      nothing.unreadable(folder, e);
      return nothing;
    }
  }

  private String name(Path file) {
    return prefix + SourceReader.name(start, file);
  }

  /** By name. */
  Iterable<Diagnostic> problems() {
    return problems.values();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    String name = String.valueOf(folder.getFileName());
    boolean skipped = !folder.equals(start) && (name.startsWith(".") || SKIPPED.contains(name));
    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = name(file);
    if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
      problems.put(
          name,
          new Diagnostic(
              "folder_link",
              Severity.WARNING,
              Optional.empty(),
              name + " is a link to a folder, which is not followed; its files are not judged"));
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isOther()) {
      others.add(name);
      return FileVisitResult.CONTINUE;
    }
    if (files.size() == maxFiles) {
      problems.put(
          "",
          Diagnostic.error(
              "inputs_too_many",
              "found more than " + maxFiles + " files below " + start + "; name a smaller folder"));
      return FileVisitResult.TERMINATE;
    }
    files.put(name, file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    unreadable(file, e);
    return FileVisitResult.CONTINUE;
  }

  private void unreadable(Path file, IOException e) {
    String name = file.equals(start) ? start.toString() : name(file);
    problems.put(
        name,
        Diagnostic.error(
            "file_unreadable", name + " cannot be read: " + e.getClass().getSimpleName()));
  }
}
