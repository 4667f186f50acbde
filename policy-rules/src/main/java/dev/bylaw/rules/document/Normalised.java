package dev.bylaw.rules.document;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.util.List;
import java.util.Optional;

/**
 * A subject with what was found while its document was put together.
 *
 * @param document what stands below the name of the subject's kind
 */
public record Normalised(Subject subject, Located.Object document, List<Diagnostic> diagnostics) {
  public Normalised {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Makes a subject.
   *
   * @param body the part of the raw document that the shape describes
   * @param names the fields of the normalised document that may name the subject, best first; the
   *     file does where there is none
   */
  public static Normalised of(
      SubjectKind kind,
      SourceFile file,
      Located.Object raw,
      Located.Object body,
      Shape shape,
      List<String> names) {
    Reading reading = Reading.of(kind.word());
    Located.Object document = shape.object(body, reading);
    String name =
        names.stream()
            .flatMap(key -> text(document, key).stream())
            .findFirst()
            .orElseGet(() -> baseName(file.name()));
    return new Normalised(
        SubjectDocument.of(kind, name, file, document, raw, reading.unknown()),
        document,
        reading.diagnostics());
  }

  /** A field that is a text, and not an empty one. */
  public static Optional<String> text(Located.Object object, String key) {
    return object
        .child(RegoString.of(key))
        .filter(v -> v.value() instanceof RegoString)
        .map(v -> ((RegoString) v.value()).value())
        .filter(v -> !v.isBlank());
  }

  private static String baseName(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }
}
