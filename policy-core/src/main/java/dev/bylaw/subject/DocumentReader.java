package dev.bylaw.subject;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads YAML 1.2 and JSON into documents in which every value and every key knows its place.
 * Scalars follow YAML's core schema: {@code NO} and dates are texts. Stateless and thread-safe.
 */
public final class DocumentReader {
  private DocumentReader() {}

  /**
   * What a file holds.
   *
   * @param documents those that could be read; several only in YAML
   * @param diagnostics every problem, by place
   */
  public record Result(List<Located> documents, List<Diagnostic> diagnostics) {
    public Result {
      documents = List.copyOf(documents);
      diagnostics = diagnostics.stream().sorted(Diagnostic.BY_PLACE).toList();
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  /** Reads within {@link Limits#DOCUMENT}. */
  public static Result read(SourceFile source) {
    return read(source, Limits.DOCUMENT);
  }

  /** Reads a file; JSON if its name ends so, else YAML. */
  public static Result read(SourceFile source, Limits limits) {
    return source.name().endsWith(".json")
        ? readJson(source, limits)
        : read(source, limits, d -> new YamlDocuments(source, limits, d).read());
  }

  /** Reads JSON, whatever the name. */
  public static Result readJson(SourceFile source, Limits limits) {
    return read(source, limits, d -> new JsonDocuments(source, limits, d).read());
  }

  private static Result read(
      SourceFile source, Limits limits, Function<List<Diagnostic>, List<Located>> reader) {
    if (isLonger(source.text(), limits.maxBytes())) {
      return refused(
          Diagnostic.error(
              "document_too_large",
              source.span(0, 0),
              "the file is larger than the limit of " + limits.maxBytes() + " bytes"));
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<Located> documents = reader.apply(diagnostics);
    if (documents.isEmpty() && diagnostics.isEmpty()) {
      diagnostics.add(
          Diagnostic.error(
              "document_empty", source.span(0, 0), "the file is empty, expected a document"));
    }
    return new Result(documents, diagnostics);
  }

  /** Encodes only texts that may be too long: a character takes three bytes at most. */
  private static boolean isLonger(String text, int maxBytes) {
    return text.length() > maxBytes
        || (text.length() > maxBytes / 3
            && text.getBytes(StandardCharsets.UTF_8).length > maxBytes);
  }

  private static Result refused(Diagnostic diagnostic) {
    return new Result(List.of(), List.of(diagnostic));
  }
}
