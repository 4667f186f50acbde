package dev.bylaw.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The folder that is read, for files that refer to others in it. Thread-safe. */
@FunctionalInterface
public interface SourceFolder {
  /**
   * Reads a file; never one outside of the folder.
   *
   * @param path below the folder, with {@code /}; it is the name of the text
   */
  SourceReader.Result read(String path);

  /** The paths of the files that patterns can match, in their order; none if it is not known. */
  default Set<String> names() {
    return Set.of();
  }

  /** A folder on disk. */
  static SourceFolder of(Path root, Limits limits) {
    return of(root, Set.of(), limits);
  }

  /**
   * A folder on disk that was listed.
   *
   * @param names the paths of its files, in their order
   */
  static SourceFolder of(Path root, Set<String> names, Limits limits) {
    return new SourceFolder() {
      @Override
      public SourceReader.Result read(String path) {
        try {
          return SourceReader.read(root, root.resolve(path), path, limits);
        } catch (InvalidPathException e) {
          return refused("file_unreadable", "no file can have the name " + path);
        }
      }

      @Override
      public Set<String> names() {
        return Collections.unmodifiableSet(names);
      }
    };
  }

  /** The same folder as it would be with other texts in some of its files. */
  default SourceFolder with(Map<String, String> texts) {
    SourceFolder folder = this;
    return new SourceFolder() {
      @Override
      public SourceReader.Result read(String path) {
        Optional<SourceFile> text =
            Optional.ofNullable(texts.get(path)).map(t -> SourceFile.of(path, t));
        return text.isPresent()
            ? new SourceReader.Result(text, Optional.empty())
            : folder.read(path);
      }

      @Override
      public Set<String> names() {
        return folder.names();
      }
    };
  }

  /** For a text that is not in any folder. */
  static SourceFolder none() {
    return path -> refused("file_outside", "there is no folder to look for " + path);
  }

  private static SourceReader.Result refused(String code, String message) {
    return new SourceReader.Result(Optional.empty(), Optional.of(Diagnostic.error(code, message)));
  }
}
