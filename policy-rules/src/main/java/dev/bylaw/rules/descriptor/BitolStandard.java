package dev.bylaw.rules.descriptor;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.DocumentKind;
import dev.bylaw.rules.document.Form;
import dev.bylaw.rules.document.Normalised;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import dev.bylaw.subject.SubjectReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The standards of Bitol, told apart by {@code kind} and {@code apiVersion}. */
public final class BitolStandard implements DocumentKind {
  /** Fields that only descriptors of another standard have. */
  private static final List<String> FOREIGN =
      List.of("dataProductOwner", "dataProductDescriptor", "metadata", "spec");

  private static final List<String> NAMES = List.of("name", "id");

  private static final List<DocumentKind> KINDS =
      List.of(
          new BitolStandard(
              "ODCS",
              "DataContract",
              "v3",
              new Form(SubjectKind.CONTRACT, ContractShape.CONTRACT, NAMES)),
          new BitolStandard(
              "ODPS",
              "DataProduct",
              "v1",
              new Form(SubjectKind.PRODUCT, ProductShape.PRODUCT, NAMES)));

  private final String name;
  private final String kind;
  private final String major;
  private final Form form;

  private BitolStandard(String name, String kind, String major, Form form) {
    this.name = name;
    this.kind = kind;
    this.major = major;
    this.form = form;
  }

  /** Contracts and products. */
  public static List<DocumentKind> kinds() {
    return KINDS;
  }

  /** Other makers have the same kinds, with versions such as {@code acme.com/v1}. */
  @Override
  public boolean recognises(Located.Object document) {
    Optional<Located.Entry> version = Shape.entry(document, "apiVersion");
    boolean ours =
        version.isPresent()
            ? !version(version.get().value()).contains("/")
            : FOREIGN.stream().noneMatch(document.entries()::containsKey);
    return ours && Shape.text(document, "kind").filter(kind::equals).isPresent();
  }

  @Override
  public SubjectReader.Result read(SourceFile file, Located.Object document) {
    return refusal(document)
        .map(problem -> new SubjectReader.Result(List.of(), List.of(problem)))
        .orElseGet(() -> placed(form.read(file, document, document)).result());
  }

  /** A product is within itself. */
  private static Normalised placed(Normalised read) {
    Subject subject = read.subject();
    if (subject.kind() != SubjectKind.PRODUCT) {
      return read;
    }
    Optional<String> domain = Shape.text(read.document(), "domain");
    return new Normalised(
        SubjectDocument.within(subject, Optional.of(subject.name()), domain),
        read.document(),
        read.diagnostics());
  }

  private Optional<Diagnostic> refusal(Located.Object document) {
    Optional<Located.Entry> version = Shape.entry(document, "apiVersion");
    String found = version.map(v -> version(v.value())).orElse("");
    String prefixed = found.startsWith("v") ? found : "v" + found;
    if (prefixed.equals(major) || prefixed.startsWith(major + ".")) {
      return Optional.empty();
    }
    Span place =
        version
            .map(v -> v.value().span())
            .or(() -> Shape.entry(document, "kind").map(k -> k.value().span()))
            .orElse(document.span());
    return Optional.of(
        Diagnostic.error(
            "descriptor_version",
            place,
            "found %s, expected apiVersion %s.x of %s (%s)"
                .formatted(
                    version.isPresent() ? "apiVersion " + found : "no apiVersion",
                    major,
                    name,
                    kind)));
  }

  private static String version(Located value) {
    return value.value() instanceof RegoString text ? text.value() : value.value().toString();
  }

  @Override
  public boolean isLikely(Set<String> words) {
    return words.contains(kind);
  }
}
