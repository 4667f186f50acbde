package dev.bylaw.subject;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
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
    Span start = file.span(0, 0);
    Map<String, Located> input = new LinkedHashMap<>();
    input.put(kind.word(), normalised);
    input.put("raw", raw);
    List<Located> gaps = new ArrayList<>();
    for (Unknown gap : unknown) {
      gaps.add(unknown(gap));
    }
    input.put("unknown", new Located.Array(gaps, start));
    return of(kind, name, file.name(), object(start, input));
  }

  /**
   * Makes a subject of which neither product nor domain are known.
   *
   * @param input all but {@code subject}
   */
  public static Subject of(SubjectKind kind, String name, String path, Located.Object input) {
    Optional<String> none = Optional.empty();
    return identified(
        new Subject(kind, name, path, none, none, none, Map.of(), input), none, none, none);
  }

  /** The same subject within a product and a domain. */
  public static Subject within(Subject subject, Optional<String> product, Optional<String> domain) {
    return identified(
        subject,
        subject.product().isPresent() ? subject.product() : product,
        subject.domain().isPresent() ? subject.domain() : domain,
        subject.environment());
  }

  /** The same subject as it is deployed to an environment. */
  public static Subject in(String environment, Subject subject) {
    return identified(subject, subject.product(), subject.domain(), Optional.of(environment));
  }

  /** The same subject with one more key in its input. */
  public static Subject with(Subject subject, String key, Located value) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>(subject.input().entries());
    entries.put(key, entry(value));
    return new Subject(
        subject.kind(),
        subject.name(),
        subject.path(),
        subject.product(),
        subject.domain(),
        subject.environment(),
        subject.labels(),
        new Located.Object(entries, subject.input().span()));
  }

  private static Subject identified(
      Subject subject,
      Optional<String> product,
      Optional<String> domain,
      Optional<String> environment) {
    Located.Object input = subject.input();
    Span start = input.span();
    Map<String, Located> identity = new LinkedHashMap<>();
    identity.put("kind", text(subject.kind().word(), start));
    identity.put("name", text(subject.name(), start));
    identity.put("path", text(subject.path(), start));
    put(identity, "product", product, start);
    put(identity, "domain", domain, start);
    put(identity, "environment", environment, start);
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    entries.put("subject", entry(object(start, identity)));
    for (Map.Entry<String, Located.Entry> field : input.entries().entrySet()) {
      entries.putIfAbsent(field.getKey(), field.getValue());
    }
    return new Subject(
        subject.kind(),
        subject.name(),
        subject.path(),
        product,
        domain,
        environment,
        subject.labels(),
        new Located.Object(entries, start));
  }

  private static void put(
      Map<String, Located> identity, String key, Optional<String> text, Span place) {
    if (text.isPresent()) {
      identity.put(key, text(text.get(), place));
    }
  }

  private static Located unknown(Unknown u) {
    Map<String, Located> values = new LinkedHashMap<>();
    values.put("pointer", text(u.pointer(), u.span()));
    values.put("reason", text(u.reason(), u.span()));
    return object(u.span(), values);
  }

  /** An entry whose key stands nowhere of its own. */
  public static Located.Entry entry(Located value) {
    return new Located.Entry(value.span(), value);
  }

  /** An object made of values that have places of their own. */
  public static Located.Object object(Span span, Map<String, ? extends Located> values) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, ? extends Located> value : values.entrySet()) {
      entries.put(value.getKey(), entry(value.getValue()));
    }
    return new Located.Object(entries, span);
  }

  /** A text at a place. */
  public static Located text(String text, Span span) {
    return new Located.Scalar(RegoString.of(text), span);
  }
}
