package dev.bylaw.rules.infra;

import static dev.bylaw.rules.document.ValueType.BOOLEAN;
import static dev.bylaw.rules.document.ValueType.NUMBER;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.readBy;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.document.Reading;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.document.ValueType;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a runtime's name says: {@code <major>[.<minor>].x[-<flavour>...]-scala<version>}. Whether a
 * runtime has long-term support is not in it.
 */
final class RuntimeVersion {
  private static final String SCALA = "scala";

  private static final List<String> FLAVOURS =
      List.of("photon", "ml", "gpu", "aarch64", "snapshot");

  /** Of {@code spark_version}; not known where the name has another form. */
  static final ValueType FACTS =
      readBy(
          RuntimeVersion::read,
          Shape.closed()
              .fields(NUMBER, "major", "minor")
              .fields(BOOLEAN, FLAVOURS.toArray(String[]::new))
              .field(SCALA, TEXT)
              .field("custom", BOOLEAN));

  private RuntimeVersion() {}

  private static Optional<Located> read(Located value, Reading at) {
    return at.noted(value)
        .flatMap(
            known ->
                known.value() instanceof RegoString name
                    ? parsed(name.value(), known.span(), at)
                    : Optional.empty());
  }

  private static Optional<Located> parsed(String name, Span span, Reading at) {
    if (name.startsWith("custom:")) {
      return Optional.of(facts(span, Map.of("custom", RegoBoolean.TRUE)));
    }
    List<String> parts = List.of(name.split("-", -1));
    List<String> version = List.of(parts.get(0).split("\\.", -1));
    boolean open = version.size() > 1 && version.get(version.size() - 1).equals("x");
    List<String> numbers = open ? version.subList(0, version.size() - 1) : List.of();
    if (numbers.isEmpty()
        || numbers.size() > 2
        || !numbers.stream().allMatch(RuntimeVersion::isNumber)) {
      at.open(span, "the runtime " + name + " has a name of unknown form");
      return Optional.empty();
    }
    Map<String, RegoValue> facts = new LinkedHashMap<>();
    facts.put("major", RegoNumber.parse(numbers.get(0)));
    numbers.stream().skip(1).forEach(minor -> facts.put("minor", RegoNumber.parse(minor)));
    for (String flavour : FLAVOURS) {
      facts.put(flavour, RegoBoolean.of(parts.contains(flavour)));
    }
    parts.stream()
        .filter(part -> part.startsWith(SCALA))
        .forEach(part -> facts.put(SCALA, RegoString.of(part.substring(SCALA.length()))));
    return Optional.of(facts(span, facts));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() < 6
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && (text.length() == 1 || !text.startsWith("0"));
  }

  private static Located facts(Span span, Map<String, RegoValue> facts) {
    Map<String, Located> located = new LinkedHashMap<>();
    facts.forEach((name, fact) -> located.put(name, new Located.Scalar(fact, span)));
    return SubjectDocument.object(span, located);
  }
}
