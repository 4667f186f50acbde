package dev.bylaw.maven;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceReader;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file as conftest sees it.
 *
 * @param folder absolute
 * @param inputs what rules see, one after the other: the documents; of a file that is one list, its
 *     elements
 */
record ConftestFile(Path folder, String name, List<Input> inputs) {
  /**
   * What rules see once.
   *
   * @param where its places
   */
  record Input(Located where, RegoValue value) {}

  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  /** An empty file of YAML is an input, {@code null}. */
  private static final String NOTHING = "document_empty";

  /**
   * Reads files, and of folders those below them in YAML and JSON.
   *
   * @param base what names are relative to
   * @throws InputException with all that cannot be read
   */
  static List<ConftestFile> read(List<Path> paths, Path base) {
    List<ConftestFile> out = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (Path path : paths) {
      for (Path file : files(path)) {
        read(file.toAbsolutePath().normalize(), base, out, problems);
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return out;
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> walk = Files.walk(path)) {
      return walk.filter(Files::isRegularFile)
          .filter(f -> ENDINGS.stream().anyMatch(f.toString()::endsWith))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(
          List.of(Diagnostic.error("folder_unreadable", path + " cannot be read: " + e)));
    }
  }

  private static void read(
      Path file, Path base, List<ConftestFile> out, List<Diagnostic> problems) {
    Path folder = file.resolveSibling("");
    String name = file.startsWith(base) ? SourceReader.name(base, file) : file.toString();
    SourceReader.Result read = SourceReader.read(folder, file, name, Limits.DEFAULT);
    read.problem().ifPresent(problems::add);
    read.source()
        .ifPresent(
            source -> {
              DocumentReader.Result documents = DocumentReader.read(source);
              documents.diagnostics().stream()
                  .filter(d -> d.isError() && !d.code().equals(NOTHING))
                  .forEach(problems::add);
              String last = String.valueOf(file.getFileName());
              out.add(new ConftestFile(folder, last, inputs(source, documents.documents())));
            });
  }

  private static List<Input> inputs(SourceFile source, List<Located> documents) {
    List<Input> inputs =
        source.name().endsWith(".json")
            ? documents.stream().map(d -> new Input(d, d.value())).toList()
            : ConftestYaml.inputs(source, documents);
    return inputs.size() == 1 && inputs.get(0).where() instanceof Located.Array list
        ? elements(list, inputs.get(0).value())
        : inputs;
  }

  private static List<Input> elements(Located.Array list, RegoValue value) {
    List<Input> elements = new ArrayList<>();
    for (RegoValue element : (RegoArray) value) {
      elements.add(new Input(list.elements().get(elements.size()), element));
    }
    return elements;
  }

  /** All inputs as one, a list of {@code {path, contents}}. */
  static ConftestFile combined(List<ConftestFile> files, Path base) {
    List<Located> places = new ArrayList<>();
    List<RegoValue> values = new ArrayList<>();
    for (ConftestFile file : files) {
      for (Input input : file.inputs()) {
        places.add(input.where());
        values.add(
            RegoObject.builder()
                .put("path", RegoString.of(input.where().span().source().name()))
                .put("contents", input.value())
                .build());
      }
    }
    Input all = new Input(Documents.combined(places), RegoArray.of(values));
    return new ConftestFile(base, "Combined", List.of(all));
  }

  /** What rules see below {@code data.conftest}. */
  RegoObject data() {
    RegoObject file =
        RegoObject.builder()
            .put("dir", RegoString.of(folder.toString()))
            .put("name", RegoString.of(name))
            .build();
    return RegoObject.of(RegoString.of("file"), file);
  }
}
