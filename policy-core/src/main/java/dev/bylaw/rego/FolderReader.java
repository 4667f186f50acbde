package dev.bylaw.rego;

import dev.bylaw.rego.builtin.std.RegoYaml;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a folder as {@code opa eval -d} does: modules, and JSON and YAML documents, each at the
 * path of its folder below {@code data}. Hidden files and folders are left out.
 */
final class FolderReader {
  private static final int MAX_FILES = 10_000;

  private final Path root;
  final List<SourceFile> modules = new ArrayList<>();
  final List<Diagnostic> problems = new ArrayList<>();
  RegoObject data;

  private FolderReader(Path root, RegoObject data) {
    this.root = root;
    this.data = data;
  }

  /** What of a folder is read. */
  enum Kind {
    ALL,
    MODULES,
    DOCUMENTS;

    private boolean has(Path file) {
      return this == ALL || (this == MODULES) == file.toString().endsWith(".rego");
    }
  }

  /**
   * Reads a folder, or a file as if it were alone in its folder.
   *
   * @param data what is there already
   */
  static FolderReader read(Path root, Kind kind, RegoObject data) {
    boolean alone = Files.isRegularFile(root);
    Path folder = alone ? root.toAbsolutePath().normalize().resolveSibling("") : root;
    FolderReader reader = new FolderReader(folder, data);
    for (Path file : alone ? List.of(root.toAbsolutePath().normalize()) : reader.files()) {
      if (!kind.has(file)) {
        continue;
      }
      SourceReader.Result result = SourceReader.read(folder, file, Limits.DEFAULT);
      result.problem().ifPresent(reader.problems::add);
      result.source().ifPresent(reader::file);
    }
    return reader;
  }

  private List<Path> files() {
    if (!Files.isDirectory(root)) {
      problems.add(Diagnostic.error("folder_missing", "there is no folder " + root));
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(root)) {
      List<Path> files =
          walk.filter(Files::isRegularFile)
              .filter(this::belongs)
              .sorted()
              .limit(MAX_FILES + 1L)
              .toList();
      if (files.size() > MAX_FILES) {
        problems.add(
            Diagnostic.error(
                "folder_too_large",
                "the folder " + root + " has more than the limit of " + MAX_FILES + " files"));
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      problems.add(
          Diagnostic.error(
              "folder_unreadable",
              "the folder " + root + " cannot be read: " + e.getClass().getSimpleName()));
      return List.of();
    }
  }

  private boolean belongs(Path file) {
    String name = SourceReader.name(root, file);
    return !name.startsWith(".")
        && !name.contains("/.")
        && Stream.of(".rego", ".json", ".yaml", ".yml").anyMatch(name::endsWith);
  }

  private void file(SourceFile source) {
    if (source.name().endsWith(".rego")) {
      modules.add(source);
      return;
    }
    try {
      RegoValue document =
          source.name().endsWith(".json")
              ? RegoJson.parse(source.text())
              : RegoYaml.parse(source.text());
      document(source, document);
    } catch (ParseException e) {
      int at = Math.min(e.getErrorOffset(), source.text().length());
      problems.add(
          Diagnostic.error(
              "document_syntax", source.span(at, at), String.valueOf(e.getMessage()).strip()));
    }
  }

  private void document(SourceFile source, RegoValue document) {
    String[] names = source.name().split("/", -1);
    RegoValue placed = document;
    for (int i = names.length - 2; i >= 0; i--) {
      placed = RegoObject.of(RegoString.of(names[i]), placed);
    }
    Optional<RegoObject> merged =
        placed instanceof RegoObject object ? merged(data, object) : Optional.empty();
    if (merged.isEmpty()) {
      problems.add(
          Diagnostic.error(
              "data_conflict",
              source.span(0, 0),
              placed instanceof RegoObject
                  ? "another file has a value for a key of this document"
                  : "found " + document.typeName() + ", expected an object at the top of data"));
    }
    merged.ifPresent(m -> data = m);
  }

  /** Empty where a key has a value on both sides and one of them is not an object. */
  private static Optional<RegoObject> merged(RegoObject a, RegoObject b) {
    RegoObject.Builder out = a.toBuilder();
    for (RegoValue key : b.keys()) {
      RegoValue left = a.get(key);
      RegoValue right = b.get(key);
      if (left instanceof RegoObject x && right instanceof RegoObject y) {
        Optional<RegoObject> both = merged(x, y);
        if (both.isEmpty()) {
          return both;
        }
        out.put(key, both.get());
      } else if (left != null) {
        return Optional.empty();
      } else if (right != null) {
        out.put(key, right);
      }
    }
    return Optional.of(out.build());
  }
}
