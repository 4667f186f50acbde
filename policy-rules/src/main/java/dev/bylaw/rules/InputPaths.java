package dev.bylaw.rules;

import dev.bylaw.source.SourceReader;
import dev.bylaw.subject.SubjectKind;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is read: folders, files and patterns for files, all below one folder, to which the paths of
 * subjects are relative. Immutable.
 */
public final class InputPaths {
  private final Path root;
  private final List<Entry> entries;
  private final List<String> includes;

  /**
   * One of the inputs.
   *
   * @param start the folder or the file that is walked through
   * @param pattern for names below the root; empty for all below the start
   * @param kinds that are judged; empty for all
   */
  record Entry(Path start, String pattern, Set<SubjectKind> kinds) {}

  private InputPaths(Path root, List<Entry> entries, List<String> includes) {
    this.root = root;
    this.entries = List.copyOf(entries);
    this.includes = List.copyOf(includes);
  }

  /** A folder, to which paths are relative, or a file, whose path is its name. */
  public static InputPaths of(Path path) {
    return of(path, Set.of());
  }

  private static InputPaths of(Path path, Set<SubjectKind> kinds) {
    return new InputPaths(folder(path), List.of(new Entry(path, "", kinds)), List.of());
  }

  /**
   * What a user names. A single folder or file is as in {@link #of(Path)}. Of several ones, and of
   * a pattern, paths are relative to the base; where one is not below it, to the folder that all
   * have in common.
   *
   * @param base what they are relative to
   * @throws InvalidPathException if one of them cannot be a path
   */
  public static InputPaths of(Path base, List<InputPath> inputs) {
    if (inputs.size() == 1 && isPlain(base, inputs.get(0))) {
      return of(base.resolve(inputs.get(0).text()), inputs.get(0).kinds());
    }
    Path root = base.toAbsolutePath().normalize();
    List<Path> starts = inputs.stream().map(i -> start(base, i)).toList();
    for (Path start : starts) {
      while (!start.startsWith(root) && root.getParent() != null) {
        root = root.getParent();
      }
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      InputPath input = inputs.get(i);
      String pattern = isPlain(base, input) ? "" : input.pattern();
      entries.add(new Entry(starts.get(i), below(root, starts.get(i), pattern), input.kinds()));
    }
    return new InputPaths(root, entries, List.of());
  }

  /** The kinds of subjects that are judged; empty for all. */
  public Set<SubjectKind> kinds() {
    Set<SubjectKind> kinds = EnumSet.noneOf(SubjectKind.class);
    for (Entry entry : entries) {
      if (entry.kinds().isEmpty()) {
        return Set.of();
      }
      kinds.addAll(entry.kinds());
    }
    return kinds;
  }

  /** A star is a character like others where there is such a file. */
  private static boolean isPlain(Path base, InputPath input) {
    try {
      return input.pattern().isEmpty() || Files.exists(base.resolve(input.text()));
    } catch (InvalidPathException e) {
      return false; // a star is no part of a name everywhere
    }
  }

  private static Path start(Path base, InputPath input) {
    String text = isPlain(base, input) ? input.text() : input.plain();
    return base.resolve(text).toAbsolutePath().normalize();
  }

  private static String below(Path root, Path start, String pattern) {
    String name = SourceReader.name(root, start);
    return pattern.isEmpty() || name.isEmpty() ? pattern : Includes.escaped(name) + "/" + pattern;
  }

  private static Path folder(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    boolean isFile = Files.exists(absolute) && !Files.isDirectory(absolute);
    return isFile ? Optional.ofNullable(absolute.getParent()).orElse(absolute) : absolute;
  }

  /**
   * The same where only some of the files are inputs.
   *
   * @param globs for paths below the root, for example {@code sql/**}; all where the list is empty
   */
  public InputPaths including(List<String> globs) {
    return new InputPaths(root, entries, globs);
  }

  /** The same in another folder that is laid out alike; what is not there is left out. */
  InputPaths in(Path other) {
    if (entries.size() == 1 && entries.get(0).pattern().isEmpty()) {
      return of(other, entries.get(0).kinds()).including(includes);
    }
    Path folder = other.toAbsolutePath().normalize();
    List<Entry> moved =
        entries.stream()
            .map(e -> new Entry(folder.resolve(root.relativize(e.start())), e.pattern(), e.kinds()))
            .filter(e -> Files.exists(e.start()))
            .toList();
    return new InputPaths(folder, moved, includes);
  }

  /** What the paths of subjects are relative to. */
  public Path root() {
    return root;
  }

  /** The folders and files that are walked through; some may not be there. */
  public List<Path> starts() {
    return entries.stream().map(Entry::start).distinct().toList();
  }

  List<Entry> entries() {
    return entries;
  }

  List<String> includes() {
    return includes;
  }

  @Override
  public String toString() {
    return String.join(", ", starts().stream().map(Path::toString).toList());
  }
}
