package dev.bylaw.policy;

import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code subject} of a waiver. */
record SubjectSelectorReader(Fields fields, Territory territory) {
  private static final String CODE = WaiverReader.CODE;

  Optional<SubjectSelector> read(Located value) {
    if (!(value instanceof Located.Object object) || object.entries().isEmpty()) {
      fields.problem(
          CODE,
          value.span(),
          "found "
              + (value instanceof Located.Object ? "nothing" : value.value().typeName())
              + ", expected a mapping with product, domain, path or the like");
      return Optional.empty();
    }
    fields.only(
        object,
        CODE,
        List.of("kind", "product", "domain", "environment", "path", "name", "labels"),
        List.of());
    return Optional.of(
        new SubjectSelector(
            fields.get(object, "kind").flatMap(this::kind),
            fields.text(object, "product", CODE),
            fields.get(object, "domain").flatMap(d -> domain(object, d)),
            fields.text(object, "environment", CODE),
            glob(object, "path"),
            glob(object, "name"),
            fields.mapping(object, "labels", CODE).map(this::labels).orElse(Map.of())));
  }

  private Optional<SubjectKind> kind(Located value) {
    String word = fields.texts(value, "a kind of subject", CODE).stream().findFirst().orElse("");
    Optional<SubjectKind> kind = SubjectKind.of(word);
    if (kind.isEmpty() && !word.isEmpty()) {
      List<String> words = Arrays.stream(SubjectKind.values()).map(SubjectKind::word).toList();
      fields.problem(
          CODE,
          value.span(),
          "found the kind " + word + ", expected one of: " + String.join(", ", words));
    }
    return kind;
  }

  private Optional<String> domain(Located.Object object, Located value) {
    Optional<String> domain = fields.text(object, "domain", CODE);
    domain
        .filter(d -> !territory.contains(Scope.domain(d)))
        .ifPresent(
            d ->
                fields.problem(
                    CODE,
                    value.span(),
                    "found the domain %s, expected one of: %s"
                        .formatted(d, String.join(", ", territory.domains()))));
    return domain;
  }

  private Optional<Glob> glob(Located.Object object, String key) {
    Optional<Located> value = fields.get(object, key);
    return fields
        .text(object, key, CODE)
        .flatMap(t -> fields.glob(t, value.map(Located::span).orElseThrow(), CODE));
  }

  private Map<String, String> labels(Located.Object object) {
    Map<String, String> out = new TreeMap<>();
    object
        .entries()
        .keySet()
        .forEach(name -> fields.text(object, name, CODE).ifPresent(v -> out.put(name, v)));
    return out;
  }
}
