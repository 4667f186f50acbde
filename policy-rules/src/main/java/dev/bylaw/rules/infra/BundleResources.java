package dev.bylaw.rules.infra;

import dev.bylaw.rules.document.DocumentKind;
import dev.bylaw.rules.document.Normalised;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import dev.bylaw.subject.SubjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The compute among the <a href="https://docs.databricks.com/dev-tools/bundles/resources">resources
 * of a bundle</a>: one subject each. What a target changes is not merged into them; the output of
 * {@code databricks bundle validate -o json --target ...} has it.
 */
final class BundleResources implements DocumentKind {
  private static final Map<String, Configuration> TYPES =
      Map.of(
          "clusters", Configuration.of(SubjectKind.CLUSTER),
          "sql_warehouses", Configuration.of(SubjectKind.WAREHOUSE),
          "jobs", Configuration.of(SubjectKind.JOB),
          "pipelines", Configuration.of(SubjectKind.PIPELINE));

  private record Resource(Configuration type, String key, Located value) {}

  @Override
  public boolean recognises(Located.Object document) {
    return resources(document).findAny().isPresent() || changes(document).findAny().isPresent();
  }

  @Override
  public SubjectReader.Result read(SourceFile file, Located.Object document) {
    List<Subject> subjects = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Resource resource : resources(document).toList()) {
      if (resource.value instanceof Located.Object body) {
        Normalised read = resource.type.form().read(file, body, body, resource.key);
        subjects.add(read.subject());
        diagnostics.addAll(read.diagnostics());
      } else {
        diagnostics.add(resource.type.misshapen(resource.value));
      }
    }
    changes(document).forEach(diagnostics::add);
    return new SubjectReader.Result(subjects, diagnostics);
  }

  private static Stream<Resource> resources(Located.Object holder) {
    return Shape.block(holder, "resources").stream()
        .flatMap(
            resources -> resources.entries().keySet().stream().flatMap(t -> ofType(resources, t)));
  }

  private static Stream<Resource> ofType(Located.Object resources, String name) {
    return Optional.ofNullable(TYPES.get(name)).stream()
        .flatMap(type -> Shape.block(resources, name).stream().flatMap(block -> all(type, block)));
  }

  private static Stream<Resource> all(Configuration type, Located.Object block) {
    return block.entries().keySet().stream()
        .flatMap(
            key ->
                Shape.entry(block, key).stream()
                    .map(entry -> new Resource(type, key, entry.value())));
  }

  /** One warning for each target that has compute of its own. */
  private static Stream<Diagnostic> changes(Located.Object document) {
    return Shape.block(document, "targets").stream()
        .flatMap(targets -> targets.entries().entrySet().stream())
        .filter(target -> hasResources(target.getValue().value()))
        .map(target -> notJudged(target.getKey(), target.getValue().keySpan()));
  }

  private static boolean hasResources(Located target) {
    return target instanceof Located.Object changes && resources(changes).findAny().isPresent();
  }

  private static Diagnostic notJudged(String target, Span place) {
    return Diagnostic.warning(
        "bundle_target",
        place,
        "what the target %1$s changes in resources is not judged; judge the output of `databricks bundle validate -o json --target %1$s` as well"
            .formatted(target));
  }

  @Override
  public boolean isLikely(Set<String> words) {
    return TYPES.values().stream().anyMatch(type -> type.isLikely(words));
  }
}
