package dev.bylaw.rules.infra;

import dev.bylaw.rules.document.DocumentKind;
import dev.bylaw.rules.document.Documents;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the configuration of compute whose kind is known, such as the body of a request: the result
 * has one subject, or none and an error. Stateless and thread-safe.
 */
public final class InfraConfig {
  private InfraConfig() {}

  /** All kinds, for readers that tell them apart by content. */
  public static List<DocumentKind> kinds() {
    return List.of(
        Configuration.CLUSTER, Configuration.WAREHOUSE, Configuration.JOB, Configuration.PIPELINE);
  }

  /** Reads the body of {@code clusters/create}. */
  public static SubjectReader.Result cluster(SourceFile json) {
    return read(json, Configuration.CLUSTER);
  }

  /** Reads the body of {@code warehouses}. */
  public static SubjectReader.Result warehouse(SourceFile json) {
    return read(json, Configuration.WAREHOUSE);
  }

  /** Reads the body of {@code jobs/create}. */
  public static SubjectReader.Result job(SourceFile json) {
    return read(json, Configuration.JOB);
  }

  /** Reads the body of {@code pipelines}. */
  public static SubjectReader.Result pipeline(SourceFile json) {
    return read(json, Configuration.PIPELINE);
  }

  private static SubjectReader.Result read(SourceFile json, Configuration kind) {
    DocumentReader.Result read = Documents.readJson(json);
    List<Subject> subjects = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>(read.diagnostics());
    for (Located document : read.documents()) {
      if (document instanceof Located.Object object) {
        SubjectReader.Result result = kind.read(json, object);
        subjects.addAll(result.subjects());
        diagnostics.addAll(result.diagnostics());
      } else {
        diagnostics.add(
            Diagnostic.error(
                "infra_shape",
                document.span(),
                "expected the configuration of a %s, an object".formatted(kind.kind().word())));
      }
    }
    return new SubjectReader.Result(subjects, diagnostics);
  }
}
