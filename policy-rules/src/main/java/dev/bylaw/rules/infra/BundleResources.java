package dev.bylaw.rules.infra;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.Normalised;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The subjects among the <a
 * href="https://docs.databricks.com/dev-tools/bundles/resources">resources of a bundle</a>, one
 * each, and one more each for its grants and permissions.
 */
final class BundleResources {
  private final Optional<String> environment;
  private final List<Subject> subjects;
  private final Set<Diagnostic> diagnostics;

  /**
   * Reads into collections.
   *
   * @param environment the target
   */
  BundleResources(
      Optional<String> environment, List<Subject> subjects, Set<Diagnostic> diagnostics) {
    this.environment = environment;
    this.subjects = subjects;
    this.diagnostics = diagnostics;
  }

  /**
   * Reads the resources of a bundle.
   *
   * @param known the same with values for its references
   */
  void read(Located.Object bundle, Located.Object known) {
    Optional<Located.Object> raw = Shape.block(bundle, "resources");
    Optional<Located.Object> resources = Shape.block(known, "resources");
    if (raw.isPresent() && resources.isPresent()) {
      for (String type : resources.get().entries().keySet()) {
        BundleTypes.kind(type).ifPresent(kind -> all(type, kind, raw.get(), resources.get()));
      }
    }
  }

  private void all(String type, SubjectKind kind, Located.Object raw, Located.Object resources) {
    Optional<Located.Object> block = Shape.block(resources, type);
    Optional<Located.Object> rawBlock = Shape.block(raw, type);
    for (String key : block.map(b -> b.entries().keySet()).orElse(Set.of())) {
      block
          .flatMap(b -> Shape.entry(b, key))
          .ifPresent(
              entry -> {
                if (entry.value() instanceof Located.Object body) {
                  Located.Object written = rawBlock.flatMap(b -> Shape.block(b, key)).orElse(body);
                  resource(type, kind, key, written, body);
                } else {
                  diagnostics.add(Configuration.of(kind).misshapen(entry.value()));
                }
              });
    }
  }

  private void resource(
      String type, SubjectKind kind, String key, Located.Object raw, Located.Object body) {
    subject(kind, key, raw, body);
    part(body, "grants")
        .ifPresent(
            grants ->
                subject(SubjectKind.GRANTS, key, raw, on(securable(kind, body), "grants", grants)));
    part(body, "permissions")
        .ifPresent(
            permissions ->
                subject(
                    SubjectKind.PERMISSIONS,
                    key,
                    raw,
                    on(object(type, kind, key, body.span()), "permissions", permissions)));
  }

  private static Optional<Located.Entry> part(Located.Object body, String key) {
    return Shape.entry(body, key).filter(entry -> entry.value() instanceof Located.Array);
  }

  private void subject(SubjectKind kind, String key, Located.Object raw, Located.Object body) {
    SourceFile file = raw.span().source();
    Normalised read = Configuration.of(kind).form().read(file, raw, body, key);
    subjects.add(Bundle.inTarget(environment, read.subject()));
    diagnostics.addAll(read.diagnostics());
  }

  private static Located.Object on(Map<String, Located> what, String key, Located.Entry list) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    what.forEach((name, value) -> entries.put(name, SubjectDocument.entry(value)));
    entries.put(key, list);
    return new Located.Object(entries, list.keySpan());
  }

  /** What the grants are on; its full name has a placeholder where a part of it has. */
  private static Map<String, Located> securable(SubjectKind kind, Located.Object body) {
    Map<String, Located> securable = new LinkedHashMap<>();
    securable.put(
        "securable_type", SubjectDocument.text(kind.word().toUpperCase(Locale.ROOT), body.span()));
    List<Located> parts =
        List.of("catalog_name", "schema_name", "name").stream()
            .flatMap(key -> Shape.entry(body, key).stream())
            .map(Located.Entry::value)
            .toList();
    if (!parts.isEmpty()) {
      String name = String.join(".", parts.stream().map(BundleResources::text).toList());
      securable.put("full_name", SubjectDocument.text(name, parts.get(parts.size() - 1).span()));
    }
    return securable;
  }

  private static String text(Located value) {
    return value.value() instanceof RegoString text ? text.value() : value.value().toString();
  }

  /** What the permissions are on; it has an id only when it is deployed. */
  private static Map<String, Located> object(
      String type, SubjectKind kind, String key, Span place) {
    Map<String, Located> object = new LinkedHashMap<>();
    object.put("object_type", SubjectDocument.text(kind.word(), place));
    object.put(
        "object_id", SubjectDocument.text("${resources." + type + "." + key + ".id}", place));
    return object;
  }
}
