package dev.bylaw.rules;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
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
    products.forEach(
        (folder, found) -> {
          if (found.size() == 1) {
            single.put(folder, found.get(0));
          }
        });
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
    Optional<Subject> product =
        folderOf(subject.path())
            .map(folder -> products.getOrDefault(folder, List.of()))
            .filter(found -> found.size() == 1)
            .map(found -> found.get(0));
    return SubjectDocument.within(
        subject,
        product.flatMap(Subject::product).or(() -> own(subject, "dataProduct")),
        product.flatMap(Subject::domain).or(() -> own(subject, "domain")));
  }

  private static Optional<String> own(Subject subject, String key) {
    List<RegoValue> path = List.of(RegoString.of("contract"), RegoString.of(key));
    return subject
        .input()
        .find(path)
        .filter(v -> v.value() instanceof RegoString)
        .map(v -> ((RegoString) v.value()).value());
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
