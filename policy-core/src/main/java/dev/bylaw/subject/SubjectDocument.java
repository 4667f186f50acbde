package dev.bylaw.subject;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds what policies see of a subject: {@code input.subject}, the normalised document below the
 * name of its kind, {@code raw} and {@code unknown}. Values that stand nowhere in the text have the
 * place of the document's start.
 */
public final class SubjectDocument {
  private SubjectDocument() {}

  /**
   * A value that is not known yet.
   *
   * @param pointer JSON pointer into {@code input}
   * @param reason why, for people
   */
  public record Unknown(String pointer, String reason, Span span) {}

  /**
   * Makes a subject.
   *
   * @param name of the subject, as people call it
   * @param normalised what stands below the name of the kind
   */
  public static Subject of(
      SubjectKind kind,
      String name,
      SourceFile file,
      Located normalised,
      Located raw,
      List<Unknown> unknown) {
    return of(kind, name, file, normalised, raw, unknown, Optional.empty(), Optional.empty());
  }

  /** The same subject within a product and a domain. */
  public static Subject within(Subject subject, Optional<String> product, Optional<String> domain) {
    Located.Object input = subject.input();
    Span start = input.span();
    Map<String, Located.Entry> entries = new LinkedHashMap<>(input.entries());
    Optional<String> newProduct = subject.product().or(() -> product);
    Optional<String> newDomain = subject.domain().or(() -> domain);
    entries.put(
        "subject",
        entry(
            identity(
                subject.kind(), subject.name(), subject.path(), newProduct, newDomain, start)));
    return new Subject(
        subject.kind(),
        subject.name(),
        subject.path(),
        newProduct,
        newDomain,
        subject.labels(),
        new Located.Object(entries, start));
  }

  static Subject of(
      SubjectKind kind,
      String name,
      SourceFile file,
      Located normalised,
      Located raw,
      List<Unknown> unknown,
      Optional<String> product,
      Optional<String> domain) {
    Span start = file.span(0, 0);
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    entries.put("subject", entry(identity(kind, name, file.name(), product, domain, start)));
    entries.put(kind.word(), entry(normalised));
    entries.put("raw", entry(raw));
    entries.put(
        "unknown",
        entry(new Located.Array(unknown.stream().map(SubjectDocument::unknown).toList(), start)));
    return new Subject(
        kind, name, file.name(), product, domain, Map.of(), new Located.Object(entries, start));
  }

  private static Located unknown(Unknown u) {
    Map<String, Located> values = new LinkedHashMap<>();
    values.put("pointer", text(u.pointer(), u.span()));
    values.put("reason", text(u.reason(), u.span()));
    return object(u.span(), values);
  }

  private static Located identity(
      SubjectKind kind,
      String name,
      String path,
      Optional<String> product,
      Optional<String> domain,
      Span start) {
    Map<String, Located> values = new LinkedHashMap<>();
    values.put("kind", text(kind.word(), start));
    values.put("name", text(name, start));
    values.put("path", text(path, start));
    product.ifPresent(p -> values.put("product", text(p, start)));
    domain.ifPresent(d -> values.put("domain", text(d, start)));
    return object(start, values);
  }

  /** An entry whose key stands nowhere of its own. */
  public static Located.Entry entry(Located value) {
    return new Located.Entry(value.span(), value);
  }

  /** An object made of values that have places of their own. */
  public static Located object(Span span, Map<String, ? extends Located> values) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    values.forEach((k, v) -> entries.put(k, entry(v)));
    return new Located.Object(entries, span);
  }

  /** A text at a place. */
  public static Located text(String text, Span span) {
    return new Located.Scalar(RegoString.of(text), span);
  }
}
