package dev.bylaw.rules.infra;

import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.Placeholders;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Merges parts of a bundle as the Databricks CLI does (<a
 * href="https://docs.databricks.com/dev-tools/bundles/overrides">overrides</a>): entries of maps
 * one by one, lists one after the other, of other values the later one. Every value keeps its
 * place.
 */
final class Merge {
  /** The lists whose elements are joined by a key, by the path below {@code resources}. */
  private static final Map<String, String> KEYED =
      Map.of(
          "jobs/tasks", "task_key",
          "jobs/job_clusters", "job_cluster_key",
          "jobs/parameters", "name",
          "pipelines/clusters", "label");

  private final Set<Diagnostic> problems;

  Merge(Set<Diagnostic> problems) {
    this.problems = problems;
  }

  Located merged(Located base, Located over) {
    if (isNull(over)) {
      return base;
    } else if (isNull(base) || Placeholders.in(base) || Placeholders.in(over)) {
      return over;
    } else if (base instanceof Located.Object a && over instanceof Located.Object b) {
      return objects(a, b);
    } else if (base instanceof Located.Array a && over instanceof Located.Array b) {
      List<Located> elements = new ArrayList<>(a.elements());
      elements.addAll(b.elements());
      return new Located.Array(elements, a.span());
    }
    if (!(base instanceof Located.Scalar && over instanceof Located.Scalar)) {
      problems.add(
          Diagnostic.error(
              "bundle_merge",
              over.span(),
              "found %s, expected %s as in %s, with which it is merged"
                  .formatted(form(over), form(base), base.span())));
    }
    return over;
  }

  Located.Object objects(Located.Object base, Located.Object over) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>(base.entries());
    over.entries().forEach((key, entry) -> entries.merge(key, entry, this::entries));
    return new Located.Object(entries, base.span());
  }

  private Located.Entry entries(Located.Entry base, Located.Entry over) {
    Located merged = merged(base.value(), over.value());
    return merged == over.value() ? over : new Located.Entry(base.keySpan(), merged);
  }

  private static boolean isNull(Located value) {
    return value.value() instanceof RegoNull;
  }

  private static String form(Located value) {
    return value instanceof Located.Object
        ? "an object"
        : value instanceof Located.Array ? "a list" : "a single value";
  }

  /** A bundle in whose lists of tasks, clusters and parameters every key stands once. */
  Located.Object keyed(Located.Object bundle) {
    return mapped(bundle, "resources", resources -> types((Located.Object) resources));
  }

  private Located types(Located.Object resources) {
    Located.Object types = resources;
    for (Map.Entry<String, String> list : KEYED.entrySet()) {
      String[] path = list.getKey().split("/", 2);
      types = mapped(types, path[0], all -> each((Located.Object) all, path[1], list.getValue()));
    }
    return types;
  }

  private Located each(Located.Object resources, String field, String key) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    resources
        .entries()
        .forEach(
            (name, entry) ->
                entries.put(
                    name,
                    entry.value() instanceof Located.Object resource
                        ? new Located.Entry(entry.keySpan(), joined(resource, field, key))
                        : entry));
    return new Located.Object(entries, resources.span());
  }

  private Located joined(Located.Object resource, String field, String key) {
    Optional<Located> list = Shape.entry(resource, field).map(Located.Entry::value);
    if (list.isEmpty() || !(list.get() instanceof Located.Array array)) {
      return resource;
    }
    Map<String, Located> byKey = new LinkedHashMap<>();
    for (Located element : array.elements()) {
      byKey.merge(key(element, key, byKey.size()), element, this::merged);
    }
    Map<String, Located.Entry> entries = new LinkedHashMap<>(resource.entries());
    entries.computeIfPresent(
        field,
        (name, entry) ->
            new Located.Entry(
                entry.keySpan(), new Located.Array(new ArrayList<>(byKey.values()), array.span())));
    return new Located.Object(entries, resource.span());
  }

  /** Labels of clusters have no case, and one without is the default; others stay apart. */
  private static String key(Located element, String key, int index) {
    boolean label = key.equals("label");
    return element
        .child(RegoString.of(key))
        .flatMap(v -> v.value() instanceof RegoString s ? Optional.of(s.value()) : Optional.empty())
        .map(text -> "=" + (label ? text.toLowerCase(Locale.ROOT) : text))
        .orElse(label && element instanceof Located.Object ? "=default" : "#" + index);
  }

  private interface Change {
    Located of(Located value);
  }

  /** The object with another value below a key, if that is an object. */
  private static Located.Object mapped(Located.Object object, String key, Change change) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>(object.entries());
    entries.computeIfPresent(
        key,
        (name, entry) ->
            entry.value() instanceof Located.Object
                ? new Located.Entry(entry.keySpan(), change.of(entry.value()))
                : entry);
    return new Located.Object(entries, object.span());
  }
}
