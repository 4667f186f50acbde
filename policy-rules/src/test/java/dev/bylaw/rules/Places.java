package dev.bylaw.rules;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.descriptor.Standards;
import dev.bylaw.rules.mapping.Row;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the values of a subject with the texts at their places. */
final class Places {
  private static final Pattern NESTED = Pattern.compile("(\\.columns\\[])+");

  /** Fields whose values stand for another text. */
  private static final Set<String> MEANT =
      Standards.tables().stream()
          .flatMap(
              table ->
                  table.rows().stream()
                      .filter(row -> !row.verbatim())
                      .map(Row::target)
                      .map(target -> table.kind() + "." + target))
          .map(Places::pattern)
          .collect(Collectors.toSet());

  private Places() {}

  /**
   * The values whose text is another one than that at their place. The configuration of
   * infrastructure has words of its own for much of what is written ({@link InfraPlaces}).
   */
  static Stream<String> wrong(Subject subject) {
    boolean descriptor =
        subject.kind() == SubjectKind.PRODUCT || subject.kind() == SubjectKind.CONTRACT;
    String word = subject.kind().word();
    InfraPlaces places = new InfraPlaces();
    return Stream.concat(
        subject.input().child(RegoString.of("raw")).stream().flatMap(raw -> wrong("raw", raw)),
        subject.input().child(RegoString.of(word)).stream()
            .flatMap(d -> descriptor ? wrong(word, d) : places.wrong(word, d)));
  }

  private static Stream<String> wrong(String at, Located value) {
    if (value instanceof Located.Object object) {
      return object.entries().entrySet().stream()
          .flatMap(
              e ->
                  Stream.concat(
                      at.startsWith("raw") ? key(at, e.getKey(), e.getValue()) : Stream.of(),
                      wrong(at + "." + e.getKey(), e.getValue().value())));
    } else if (value instanceof Located.Array array) {
      return array.elements().stream().flatMap(element -> wrong(at + "[]", element));
    }
    return MEANT.contains(pattern(at)) || stands(value.value(), value.span())
        ? Stream.of()
        : Stream.of(at + " is " + value.value() + " and not what stands at " + value.span());
  }

  private static Stream<String> key(String at, String key, Located.Entry entry) {
    return stands(RegoString.of(key), entry.keySpan())
        ? Stream.of()
        : Stream.of(at + " has a key " + key + " that does not stand at " + entry.keySpan());
  }

  private static String pattern(String path) {
    return NESTED.matcher(path).replaceAll(".columns[]");
  }

  /** Reads the text again, on its own. */
  static boolean stands(RegoValue value, Span span) {
    if (value instanceof RegoString text && text.value().equals(span.text())) {
      return true;
    }
    Optional<Located> again =
        DocumentReader.read(SourceFile.of(span.source().name(), span.text())).documents().stream()
            .findFirst();
    return again.map(Located::value).filter(value::equals).isPresent()
        || (again.isEmpty() && span.text().isBlank());
  }
}
