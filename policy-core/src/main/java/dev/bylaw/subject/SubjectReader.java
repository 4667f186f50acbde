package dev.bylaw.subject;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceFolder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one kind of file into subjects. Found by {@link java.util.ServiceLoader}; needs a public
 * constructor without parameters. Must be thread-safe.
 */
public interface SubjectReader {
  /**
   * Reads a file if it is one of this reader's; detection is by content, an ending may only exclude
   * (a SQL reader reads {@code .sql} files).
   *
   * @return empty if the file is not of this reader's kind
   */
  Optional<Result> read(SourceFile file);

  /**
   * Reads a file that may refer to others.
   *
   * @param folder what the file's name is a path below
   */
  default Optional<Result> read(SourceFile file, SourceFolder folder) {
    return read(file);
  }

  /**
   * What became of a file.
   *
   * @param subjects none where the file could not be read
   * @param diagnostics every problem
   * @param taken the paths of other files that are a part of this one, and nothing of their own
   */
  record Result(List<Subject> subjects, List<Diagnostic> diagnostics, Set<String> taken) {
    public Result {
      subjects = List.copyOf(subjects);
      diagnostics = List.copyOf(diagnostics);
      taken = Set.copyOf(taken);
    }

    /** Of one file alone. */
    public Result(List<Subject> subjects, List<Diagnostic> diagnostics) {
      this(subjects, diagnostics, Set.of());
    }
  }
}
