package dev.bylaw.rules.descriptor;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.DocumentKind;
import dev.bylaw.rules.document.Form;
import dev.bylaw.rules.document.Normalised;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.mapping.Node;
import dev.bylaw.rules.mapping.Route;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import dev.bylaw.subject.SubjectReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A standard for descriptors.
 *
 * @param title as people call it
 * @param signature what only its documents have
 * @param words the same for the words of a text
 * @param wrapper the field below which others send its documents
 * @param versionAt where its documents have the standard's version
 * @param deprecation what there is to know of a standard that ends
 */
record Standard(
    String title,
    Predicate<Located.Object> signature,
    Predicate<Set<String>> words,
    Optional<String> wrapper,
    Route versionAt,
    List<Edition> editions,
    Optional<String> deprecation)
    implements DocumentKind {
  Standard {
    editions = List.copyOf(editions);
  }

  @Override
  public boolean recognises(Located.Object document) {
    return signature.test(document) || wrapped(document).isPresent();
  }

  private Optional<Located.Object> wrapped(Located.Object document) {
    return wrapper.isEmpty()
        ? Optional.empty()
        : Shape.block(document, wrapper.get()).filter(signature);
  }

  /** What is of the standard in a document. */
  Located.Object body(Located.Object document) {
    return signature.test(document) ? document : wrapped(document).orElse(document);
  }

  @Override
  public boolean isLikely(Set<String> found) {
    return words.test(found);
  }

  @Override
  public SubjectReader.Result read(SourceFile file, Located.Object document) {
    return read(file, document, SourceFolder.none());
  }

  @Override
  public SubjectReader.Result read(SourceFile file, Located.Object document, SourceFolder folder) {
    Located.Object body = body(document);
    for (Edition edition : editions) {
      if (edition.isOf(version(body), body)) {
        return read(edition.parts(), file, document, body, folder);
      }
    }
    return new SubjectReader.Result(List.of(), List.of(refusal(body)));
  }

  @Override
  public List<Form> forms() {
    Map<SubjectKind, Form> forms = new EnumMap<>(SubjectKind.class);
    for (Edition edition : editions) {
      for (Part part : edition.parts()) {
        forms.put(part.form().kind(), part.form());
      }
    }
    return List.copyOf(forms.values());
  }

  /** One for each kind of subject in each edition. */
  Stream<Table> tables() {
    return editions.stream()
        .flatMap(
            edition ->
                edition.parts().stream().map(part -> part.table(title + ", " + edition.label())));
  }

  private SubjectReader.Result read(
      List<Part> parts,
      SourceFile file,
      Located.Object document,
      Located.Object body,
      SourceFolder folder) {
    List<Subject> subjects = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Part part : parts) {
      for (Node node : part.nodes(body, folder)) {
        Normalised read = part.read(file, document, node);
        subjects.add(placed(read));
        diagnostics.addAll(read.diagnostics());
      }
    }
    deprecation.map(text -> note(text, body)).ifPresent(diagnostics::add);
    return new SubjectReader.Result(subjects, diagnostics);
  }

  /** A product is within itself. */
  private static Subject placed(Normalised read) {
    Subject subject = read.subject();
    return subject.kind() == SubjectKind.PRODUCT
        ? SubjectDocument.within(
            subject, Optional.of(subject.name()), Shape.text(read.document(), "domain"))
        : subject;
  }

  private Diagnostic note(String text, Located.Object body) {
    return new Diagnostic(
        "descriptor_deprecated", Severity.INFO, Optional.of(place(body)), title + " " + text);
  }

  private Optional<String> version(Located.Object body) {
    return versionAt.value(body).map(Standard::text);
  }

  private Diagnostic refusal(Located.Object body) {
    Optional<String> version = version(body);
    return Diagnostic.error(
        "descriptor_version",
        place(body),
        "found %s, expected %s %s of %s"
            .formatted(
                version.map(v -> versionAt + " " + v).orElse("no " + versionAt),
                versionAt,
                editions.stream().map(Edition::label).collect(Collectors.joining(" or ")),
                title));
  }

  private Span place(Located.Object body) {
    return versionAt
        .value(body)
        .or(() -> Shape.entry(body, "kind").map(Located.Entry::value))
        .map(Located::span)
        .orElse(body.span());
  }

  private static String text(Located value) {
    return value.value() instanceof RegoString text ? text.value() : value.value().toString();
  }
}
