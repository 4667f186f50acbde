package dev.bylaw.rules.document;

import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.util.List;

/**
 * How a document becomes a subject.
 *
 * @param shape of the document that stands below the name of the kind
 * @param names the fields of that document that may name the subject, best first
 */
public record Form(SubjectKind kind, Shape shape, List<String> names) {
  public Form {
    names = List.copyOf(names);
  }

  /** Puts the described part of a document together, if it is not there as it is written. */
  @FunctionalInterface
  public interface Body {
    Located.Object in(Reading reading);
  }

  /** Reads the only document of its kind in a file, which names it where nothing else does. */
  public Normalised read(SourceFile file, Located.Object raw, Located.Object body) {
    return read(file, raw, body, baseName(file.name()));
  }

  /**
   * Reads a document.
   *
   * @param raw as it is written
   * @param body the part of it that the shape describes
   * @param fallback names the subject where no field does
   */
  public Normalised read(
      SourceFile file, Located.Object raw, Located.Object body, String fallback) {
    return read(file, raw, reading -> body, fallback);
  }

  /** Reads a document whose described part is put together first. */
  public Normalised read(SourceFile file, Located.Object raw, Body body, String fallback) {
    Reading reading = Reading.of(kind.word());
    Located.Object document = shape.object(body.in(reading), reading);
    String name =
        names.stream()
            .flatMap(key -> Shape.text(document, key).stream())
            .findFirst()
            .orElse(fallback);
    return new Normalised(
        SubjectDocument.of(kind, name, file, document, raw, reading.unknown()),
        document,
        reading.diagnostics());
  }

  /** The name of a file without its folders and its ending. */
  public static String baseName(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }
}
