package dev.bylaw.rules;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folders that hold a product's descriptor. What stands in or below one belongs to that
 * product, unless another product's folder is nearer.
 */
final class ProductFolders {
  private final Map<String, List<Subject>> products = new TreeMap<>();

  ProductFolders(List<Subject> subjects) {
    for (Subject subject : subjects) {
      if (subject.kind() == SubjectKind.PRODUCT) {
        products.computeIfAbsent(parent(subject.path()), f -> new ArrayList<>()).add(subject);
      }
    }
  }

  /** The folder of a path, without a slash at its end; empty for the root. */
  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The product of each folder that has exactly one, by folder. */
  Map<String, Subject> single() {
    Map<String, Subject> single = new TreeMap<>();
    for (Map.Entry<String, List<Subject>> folder : products.entrySet()) {
      if (folder.getValue().size() == 1) {
        single.put(folder.getKey(), folder.getValue().get(0));
      }
    }
    return single;
  }

  /** The nearest folder with a descriptor. */
  Optional<String> folderOf(String path) {
    String folder = parent(path);
    while (!products.containsKey(folder)) {
      if (folder.isEmpty()) {
        return Optional.empty();
      }
      folder = parent(folder);
    }
    return Optional.of(folder);
  }

  /** The subject within its product; a contract outside of any says itself where it belongs. */
  Subject place(Subject subject) {
    Optional<String> folder = folderOf(subject.path());
    List<Subject> found =
        folder.isPresent() ? products.getOrDefault(folder.get(), List.of()) : List.of();
    Optional<String> name = found.size() == 1 ? found.get(0).product() : Optional.empty();
    Optional<String> domain = found.size() == 1 ? found.get(0).domain() : Optional.empty();
    return SubjectDocument.within(
        subject,
        name.isPresent() ? name : own(subject, "dataProduct"),
        domain.isPresent() ? domain : own(subject, "domain"));
  }

  private static Optional<String> own(Subject subject, String key) {
    List<RegoValue> path = List.of(RegoString.of("contract"), RegoString.of(key));
    Located value = subject.input().find(path).orElse(null);
    return value != null && value.value() instanceof RegoString text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  /** One warning for each folder that more than one product claims. */
  List<Diagnostic> problems() {
    List<Diagnostic> problems = new ArrayList<>();
    products.forEach(
        (folder, found) -> {
          if (found.size() > 1) {
            Span place = found.get(1).input().span();
            problems.add(
                Diagnostic.warning(
                    "product_ambiguous",
                    place,
                    "found a second product in the folder %s, after %s; its other files belong to none, put each product into a folder of its own"
                        .formatted(folder.isEmpty() ? "." : folder, found.get(0).path())));
          }
        });
    return problems;
  }
}
