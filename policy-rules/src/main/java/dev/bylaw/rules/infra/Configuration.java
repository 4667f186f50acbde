package dev.bylaw.rules.infra;

import dev.bylaw.rules.document.DocumentKind;
import dev.bylaw.rules.document.Normalised;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectKind;
import dev.bylaw.subject.SubjectReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One kind of configuration.
 *
 * @param name the field that names it
 * @param wrapper the field below which an answer of the API has the body
 * @param signature what only the body of this kind has
 */
record Configuration(
    SubjectKind kind,
    Shape shape,
    String name,
    Optional<String> wrapper,
    Predicate<Located.Object> signature,
    List<String> marks)
    implements DocumentKind {

  static final Configuration CLUSTER =
      new Configuration(
          SubjectKind.CLUSTER,
          ClusterShape.CLUSTER,
          "cluster_name",
          Optional.empty(),
          Signatures::isCluster,
          List.of("cluster_name", "spark_version"));

  static final Configuration WAREHOUSE =
      new Configuration(
          SubjectKind.WAREHOUSE,
          WarehouseShape.WAREHOUSE,
          "name",
          Optional.empty(),
          Signatures::isWarehouse,
          List.of("cluster_size", "auto_stop_mins"));

  static final Configuration JOB =
      new Configuration(
          SubjectKind.JOB,
          JobShape.JOB,
          "name",
          Optional.of("settings"),
          Signatures::isJob,
          List.of("task_key", "job_cluster_key"));

  static final Configuration PIPELINE =
      new Configuration(
          SubjectKind.PIPELINE,
          PipelineShape.PIPELINE,
          "name",
          Optional.of("spec"),
          Signatures::isPipeline,
          List.of("libraries", "datasets"));

  @Override
  public boolean recognises(Located.Object document) {
    return signature.test(body(document));
  }

  @Override
  public SubjectReader.Result read(SourceFile file, Located.Object document) {
    Normalised normalised =
        Normalised.of(kind, file, document, body(document), shape, List.of(name));
    return new SubjectReader.Result(List.of(normalised.subject()), normalised.diagnostics());
  }

  private Located.Object body(Located.Object document) {
    return wrapper
        .flatMap(key -> Shape.entry(document, key))
        .flatMap(
            entry ->
                entry.value() instanceof Located.Object body ? Optional.of(body) : Optional.empty())
        .orElse(document);
  }
}
