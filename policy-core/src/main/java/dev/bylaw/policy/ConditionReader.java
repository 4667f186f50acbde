package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code where} and {@code ring} of an assignment. */
record ConditionReader(Fields fields) {
  private static final String CODE = SetManifest.CODE;

  Condition read(Located.Object assignment) {
    Optional<Ring> ring = fields.mapping(assignment, "ring", CODE).flatMap(this::ring);
    Optional<Located.Object> where = fields.mapping(assignment, "where", CODE);
    if (where.isEmpty()) {
      return new Condition(Map.of(), List.of(), Set.of(), ring);
    }
    fields.only(where.get(), CODE, List.of("labels", "path", "environment"), List.of());
    if (where.get().entries().isEmpty()) {
      fields.problem(
          CODE, where.get().span(), "found nothing, expected labels, path or environment");
    }
    return new Condition(
        fields.mapping(where.get(), "labels", CODE).map(this::labels).orElse(Map.of()),
        paths(where.get()),
        Set.copyOf(texts(where.get(), "environment", "an environment, or a list of them")),
        ring);
  }

  private Map<String, Set<String>> labels(Located.Object object) {
    Map<String, Set<String>> out = new TreeMap<>();
    object
        .entries()
        .forEach(
            (name, entry) ->
                out.put(
                    name, Set.copyOf(some(entry.value(), "a label's value, or a list of them"))));
    return out;
  }

  private List<Glob> paths(Located.Object where) {
    List<Glob> out = new ArrayList<>();
    fields
        .get(where, "path")
        .ifPresent(
            p ->
                some(p, "a pattern of paths, or a list of them")
                    .forEach(t -> fields.glob(t, p.span(), CODE).ifPresent(out::add)));
    return out;
  }

  private List<String> texts(Located.Object where, String key, String what) {
    return fields.get(where, key).map(v -> some(v, what)).orElse(List.of());
  }

  /** An empty list would mean everything, which nobody writes on purpose. */
  private List<String> some(Located value, String what) {
    if (value instanceof Located.Array array && array.elements().isEmpty()) {
      fields.problem(CODE, value.span(), "found an empty list, expected " + what);
    }
    return fields.texts(value, what, CODE);
  }

  private Optional<Ring> ring(Located.Object object) {
    fields.only(object, CODE, List.of("percent", "products"), List.of());
    Set<String> products = Set.copyOf(texts(object, "products", "the names of products"));
    Optional<Located> percent = fields.get(object, "percent");
    if (percent.isEmpty() && products.isEmpty()) {
      fields.problem(CODE, object.span(), "expected percent or products");
      return Optional.empty();
    }
    if (percent.isEmpty()) {
      return Optional.of(new Ring(products, 0));
    }
    if (percent.get().value() instanceof RegoNumber n
        && n.isInteger()
        && n.compareTo(RegoNumber.ZERO) >= 0
        && n.compareTo(RegoNumber.of(100)) <= 0) {
      return Optional.of(new Ring(products, (int) n.longValue()));
    }
    fields.problem(
        CODE,
        percent.get().span(),
        "found %s, expected a whole number from 0 to 100".formatted(percent.get().span().text()));
    return Optional.empty();
  }
}
