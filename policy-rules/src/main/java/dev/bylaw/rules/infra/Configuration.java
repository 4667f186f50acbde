package dev.bylaw.rules.infra;

import dev.bylaw.rules.document.DocumentKind;
import dev.bylaw.rules.document.Form;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectKind;
import dev.bylaw.subject.SubjectReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One kind of configuration.
 *
 * @param wrapper the field below which an answer of the API has the body
 * @param signature what only the body of this kind has
 * @param words the same for the words of a text
 */
record Configuration(
    Form form,
    Optional<String> wrapper,
    Predicate<Located.Object> signature,
    Predicate<Set<String>> words)
    implements DocumentKind {

  static final Configuration CLUSTER =
      new Configuration(
          new Form(SubjectKind.CLUSTER, ClusterShape.CLUSTER, List.of("cluster_name")),
          Optional.empty(),
          Signatures::isCluster,
          Signatures::mayBeCluster);

  static final Configuration WAREHOUSE =
      new Configuration(
          new Form(SubjectKind.WAREHOUSE, WarehouseShape.WAREHOUSE, List.of("name")),
          Optional.empty(),
          Signatures::isWarehouse,
          Signatures::mayBeWarehouse);

  static final Configuration JOB =
      new Configuration(
          new Form(SubjectKind.JOB, JobShape.JOB, List.of("name")),
          Optional.of("settings"),
          Signatures::isJob,
          Signatures::mayBeJob);

  static final Configuration PIPELINE =
      new Configuration(
          new Form(SubjectKind.PIPELINE, PipelineShape.PIPELINE, List.of("name")),
          Optional.of("spec"),
          Signatures::isPipeline,
          Signatures::mayBePipeline);

  @Override
  public boolean recognises(Located.Object document) {
    return signature.test(document) || wrapped(document).isPresent();
  }

  @Override
  public SubjectReader.Result read(SourceFile file, Located.Object document) {
    Located.Object body = signature.test(document) ? document : wrapped(document).orElse(document);
    return form.read(file, document, body).result();
  }

  private Optional<Located.Object> wrapped(Located.Object document) {
    return wrapper.flatMap(key -> Shape.block(document, key)).filter(signature);
  }

  @Override
  public boolean isLikely(Set<String> found) {
    return words.test(found);
  }

  /** What stands where the body of this kind should. */
  Diagnostic misshapen(Located value) {
    return Diagnostic.error(
        "infra_shape",
        value.span(),
        "expected the configuration of a %s, an object".formatted(form.kind().word()));
  }
}
