package dev.bylaw.rules.infra;

import dev.bylaw.rules.document.DocumentKind;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectReader;
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
        Configuration.CLUSTER,
        Configuration.WAREHOUSE,
        Configuration.JOB,
        Configuration.PIPELINE,
        new BundleResources());
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

  /** The document is the body itself, whatever it looks like. */
  private static SubjectReader.Result read(SourceFile json, Configuration kind) {
    DocumentReader.Result read = DocumentReader.readJson(json, Limits.DEFAULT);
    if (read.hasErrors()) {
      return new SubjectReader.Result(List.of(), read.diagnostics());
    }
    Located document = read.documents().get(0);
    return document instanceof Located.Object body
        ? kind.form().read(json, body, body).result()
        : new SubjectReader.Result(List.of(), List.of(kind.misshapen(document)));
  }
}
