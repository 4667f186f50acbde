package dev.bylaw.maven;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** YAML and JSON as plain inputs of rules, in the order of the files. */
final class Documents {
  private Documents() {}

  /**
   * Every document of every file.
   *
   * @param paths files, or folders with {@code *.yaml}
   * @throws InputException with all that cannot be read
   */
  static List<Located> read(List<Path> paths) {
    List<Located> out = new ArrayList<>();
    for (SourceFile file : TextFiles.read(paths)) {
      DocumentReader.Result read = DocumentReader.read(file);
      if (read.hasErrors()) {
        throw new InputException(read.diagnostics());
      }
      out.addAll(read.documents());
    }
    return out;
  }

  /** All documents as one list of {@code {path, contents}}, as conftest combines them. */
  static Located combined(List<Located> documents) {
    if (documents.isEmpty()) {
      Span nowhere = SourceFile.of("", "").span();
      return new Located.Array(List.of(), nowhere);
    }
    List<Located> elements = documents.stream().map(Documents::element).toList();
    return new Located.Array(elements, documents.get(0).span());
  }

  private static Located element(Located document) {
    Span whole = document.span();
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    Located path = new Located.Scalar(RegoString.of(whole.source().name()), whole);
    entries.put("path", new Located.Entry(whole, path));
    entries.put("contents", new Located.Entry(whole, document));
    return new Located.Object(entries, whole);
  }
}
