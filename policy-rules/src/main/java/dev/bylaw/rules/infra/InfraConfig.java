package dev.bylaw.rules.infra;

import dev.bylaw.rules.document.DocumentKind;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectKind;
import dev.bylaw.subject.SubjectReader;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a configuration whose kind is known, such as the body of a request: the result has one
 * subject, or none and an error. Stateless and thread-safe.
 */
public final class InfraConfig {
  private InfraConfig() {}

  /**
   * All kinds, for readers that tell them apart by content.
   *
   * @param given values for references that bundles do not tell
   */
  public static List<DocumentKind> kinds(BundleValues given) {
    return Stream.concat(
            Stream.of(new Bundle(given), new TerraformPlan(), new BundlePlan(), new ApiList()),
            Configuration.ALL.stream())
        .toList();
  }

  /** Reads the body of {@code clusters/create}. */
  public static SubjectReader.Result cluster(SourceFile json) {
    return read(SubjectKind.CLUSTER, json);
  }

  /** Reads the body of {@code warehouses}. */
  public static SubjectReader.Result warehouse(SourceFile json) {
    return read(SubjectKind.WAREHOUSE, json);
  }

  /** Reads the body of {@code jobs/create}. */
  public static SubjectReader.Result job(SourceFile json) {
    return read(SubjectKind.JOB, json);
  }

  /** Reads the body of {@code pipelines}. */
  public static SubjectReader.Result pipeline(SourceFile json) {
    return read(SubjectKind.PIPELINE, json);
  }

  /**
   * Reads a document that is the body of a kind, whatever it looks like.
   *
   * @throws IllegalArgumentException if subjects of this kind are not configured by the API
   */
  public static SubjectReader.Result read(SubjectKind kind, SourceFile json) {
    Configuration configuration = Configuration.of(kind);
    DocumentReader.Result read = DocumentReader.readJson(json, Limits.DEFAULT);
    if (read.hasErrors()) {
      return new SubjectReader.Result(List.of(), read.diagnostics());
    }
    Located document = read.documents().get(0);
    return document instanceof Located.Object body
        ? configuration.form().read(json, body, body).result()
        : new SubjectReader.Result(List.of(), List.of(configuration.misshapen(document)));
  }
}
