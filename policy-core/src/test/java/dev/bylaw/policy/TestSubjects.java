package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.source.DiagnosticRenderer;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Subjects that tests judge, and what holds for them as a text. */
final class TestSubjects {
  static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private TestSubjects() {}

  /**
   * A warehouse.
   *
   * @param scope {@code DOMAIN/PRODUCT}, {@code DOMAIN}, or nothing
   */
  static Subject warehouse(String scope, Map<String, String> labels, String document) {
    return warehouse("w.json", scope, labels, document);
  }

  /** A warehouse of a file. */
  static Subject warehouse(String path, String scope, Map<String, String> labels, String document) {
    SourceFile source = SourceFile.of(path, document);
    Located body = DocumentReader.read(source).documents().get(0);
    Subject plain = SubjectDocument.of(SubjectKind.WAREHOUSE, "w", source, body, body, List.of());
    String[] names = scope.split("/", -1);
    return new Subject(
        plain.kind(),
        plain.name(),
        plain.path(),
        names.length > 1 ? Optional.of(names[1]) : Optional.empty(),
        scope.isEmpty() ? Optional.empty() : Optional.of(names[0]),
        Optional.empty(),
        labels,
        plain.input());
  }

  static Subject warehouse(String scope) {
    return warehouse(scope, Map.of(), "{}");
  }

  /** What holds in some scopes. */
  static String describe(PolicySet set, String... scopes) {
    StringBuilder out = new StringBuilder(set.name() + " " + set.version() + "\n");
    for (String scope : scopes) {
      out.append("at ").append(scope.isEmpty() ? "organisation" : scope).append('\n');
      for (AssignedPolicy a : set.inForce(warehouse(scope), DAY)) {
        out.append(
            "  %s: from %s, %s, %s, %s, %s%n"
                .formatted(
                    a.policy().id(),
                    a.scope(),
                    a.rollout(),
                    a.override(),
                    a.policy().severity().word(),
                    RegoJson.write(a.parameters())));
      }
    }
    set.warnings().forEach(w -> out.append(DiagnosticRenderer.render(w)));
    return out.toString();
  }
}
