package dev.bylaw.rules;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run that has a product is as a whole: one subject of kind {@link SubjectKind#LAYOUT} and
 * one of kind {@link SubjectKind#MESH}.
 */
final class Whole {
  private static final String NAME = ".";

  private static final List<String> IDENTITY = List.of("id", "name", "domain");

  private final Span start = SourceFile.of(NAME, "").span();
  private final List<Subject> products;

  private Whole(List<Subject> products) {
    this.products = products;
  }

  /**
   * The subjects, or none where no product is.
   *
   * @param subjects all, with the products as wholes
   * @param files the paths of all files below the folder
   */
  static List<Subject> of(List<Subject> subjects, List<String> files) {
    List<Subject> products = of(SubjectKind.PRODUCT, subjects);
    if (products.isEmpty()) {
      return List.of();
    }
    Whole whole = new Whole(products);
    return List.of(whole.layout(files), whole.mesh(of(SubjectKind.DATA_PRODUCT, subjects)));
  }

  private static List<Subject> of(SubjectKind kind, List<Subject> subjects) {
    return subjects.stream().filter(s -> s.kind() == kind).toList();
  }

  private Subject layout(List<String> files) {
    List<Located> paths = new ArrayList<>();
    files.forEach(file -> paths.add(SubjectDocument.text(file, SourceFile.of(file, "").span())));
    List<Located> elements = new ArrayList<>();
    List<Located> unknown = new ArrayList<>();
    for (Subject product : products) {
      String pointer = "/layout/products/" + elements.size();
      UnknownList.moved(product, "/product", pointer)
          .filter(entry -> IDENTITY.contains(key(entry, pointer)))
          .forEach(unknown::add);
      elements.add(entry(product));
    }
    Map<String, Located> layout = new LinkedHashMap<>();
    layout.put("files", new Located.Array(paths, start));
    layout.put("products", new Located.Array(elements, start));
    return subject(
        SubjectKind.LAYOUT, Map.of("layout", SubjectDocument.object(start, layout)), unknown);
  }

  private static String key(Located entry, String pointer) {
    return entry
        .child(RegoString.of("pointer"))
        .map(p -> p.value() instanceof RegoString text ? text.value() : "")
        .map(text -> text.substring(Math.min(text.length(), pointer.length() + 1)))
        .orElse("");
  }

  /** A product by what tells it from others. */
  private static Located entry(Subject product) {
    Map<String, Located> entry = new LinkedHashMap<>();
    Span place = product.input().span();
    entry.put("path", SubjectDocument.text(product.path(), place));
    for (String key : IDENTITY) {
      product
          .input()
          .find(List.of(RegoString.of("product"), RegoString.of(key)))
          .ifPresent(value -> entry.put(key, value));
    }
    return SubjectDocument.object(place, entry);
  }

  private Subject mesh(List<Subject> wholes) {
    List<Located> elements = new ArrayList<>();
    List<Located> unknown = new ArrayList<>();
    Set<String> joined = new HashSet<>();
    for (Subject whole : wholes) {
      joined.add(whole.path());
      member(whole, elements, unknown);
    }
    products.stream()
        .filter(product -> !joined.contains(product.path()))
        .forEach(product -> member(product, elements, unknown));
    return subject(
        SubjectKind.MESH, Map.of("products", new Located.Array(elements, start)), unknown);
  }

  private static void member(Subject product, List<Located> elements, List<Located> unknown) {
    UnknownList.moved(product, "", "/products/" + elements.size()).forEach(unknown::add);
    Map<String, Located> values = new LinkedHashMap<>();
    values.put("path", SubjectDocument.text(product.path(), product.input().span()));
    product
        .input()
        .entries()
        .forEach(
            (key, entry) -> {
              if (!Set.of("subject", "raw", "unknown", "previous").contains(key)) {
                values.put(key, entry.value());
              }
            });
    elements.add(SubjectDocument.object(product.input().span(), values));
  }

  private Subject subject(
      SubjectKind kind, Map<String, ? extends Located> content, List<Located> unknown) {
    Map<String, Located> input = new LinkedHashMap<>(content);
    input.put("unknown", new Located.Array(unknown, start));
    return SubjectDocument.of(kind, NAME, NAME, SubjectDocument.object(start, input));
  }
}
