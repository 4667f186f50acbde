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
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One kind of configuration.
 *
 * @param signature what only the body of this kind has
 */
record Configuration(Form form, Signature signature) implements DocumentKind {
  /** In the order in which a document is tried. */
  static final List<Configuration> ALL =
      List.of(
          of(SubjectKind.CLUSTER, ClusterShape.CLUSTER, Signatures.CLUSTER, "cluster_name"),
          of(SubjectKind.WAREHOUSE, WarehouseShape.WAREHOUSE, Signatures.WAREHOUSE, "name"),
          of(SubjectKind.JOB, JobShape.JOB, Signatures.JOB, "name"),
          of(SubjectKind.PIPELINE, PipelineShape.PIPELINE, Signatures.PIPELINE, "name"),
          of(
              SubjectKind.INSTANCE_POOL,
              InstancePoolShape.POOL,
              InstancePoolShape.SIGNATURE,
              "instance_pool_name"),
          of(
              SubjectKind.CLUSTER_POLICY,
              ClusterPolicyShape.POLICY,
              ClusterPolicyShape.SIGNATURE,
              "name"),
          of(SubjectKind.TABLE, CatalogShapes.TABLE, Signatures.TABLE, "full_name", "name"),
          of(SubjectKind.VOLUME, CatalogShapes.VOLUME, Signatures.VOLUME, "full_name", "name"),
          of(
              SubjectKind.EXTERNAL_LOCATION,
              CatalogShapes.LOCATION,
              Signatures.EXTERNAL_LOCATION,
              "name"),
          of(
              SubjectKind.STORAGE_CREDENTIAL,
              CatalogShapes.CREDENTIAL,
              Signatures.STORAGE_CREDENTIAL,
              "name"),
          of(SubjectKind.SHARE, AccessShapes.SHARE, Signatures.SHARE, "name"),
          of(SubjectKind.RECIPIENT, AccessShapes.RECIPIENT, Signatures.RECIPIENT, "name"),
          of(SubjectKind.GRANTS, AccessShapes.GRANTS, Signatures.GRANTS, "full_name"),
          of(
              SubjectKind.PERMISSIONS,
              AccessShapes.PERMISSIONS,
              Signatures.PERMISSIONS,
              "object_id"),
          of(SubjectKind.TAG, AccessShapes.TAG, Signatures.TAG, "entity_name"),
          of(SubjectKind.TAG_POLICY, AccessShapes.TAG_POLICY, Signatures.TAG_POLICY, "tag_key"),
          of(
              SubjectKind.QUALITY_MONITOR,
              AccessShapes.QUALITY_MONITOR,
              Signatures.QUALITY_MONITOR,
              "table_name"),
          of(
              SubjectKind.WORKSPACE_BINDING,
              AccessShapes.WORKSPACE_BINDING,
              Signatures.WORKSPACE_BINDING,
              "securable_name"),
          of(SubjectKind.ABAC_POLICY, AccessShapes.ABAC_POLICY, Signatures.ABAC_POLICY, "name"),
          of(SubjectKind.SCHEMA, CatalogShapes.SCHEMA, Signatures.SCHEMA, "full_name", "name"),
          of(SubjectKind.CATALOG, CatalogShapes.CATALOG, Signatures.CATALOG, "name"));

  private static final Map<SubjectKind, Configuration> BY_KIND =
      ALL.stream().collect(Collectors.toMap(c -> c.form().kind(), Function.identity()));

  private static Configuration of(
      SubjectKind kind, Shape shape, Signature signature, String... names) {
    return new Configuration(new Form(kind, shape, Stream.of(names).toList()), signature);
  }

  /**
   * The configuration of a kind.
   *
   * @throws IllegalArgumentException if subjects of this kind are not configured by the API
   */
  static Configuration of(SubjectKind kind) {
    Configuration found = BY_KIND.get(kind);
    if (found == null) {
      throw new IllegalArgumentException("the API has no body for a " + kind.word());
    }
    return found;
  }

  @Override
  public List<Form> forms() {
    return List.of(form);
  }

  @Override
  public boolean recognises(Located.Object document) {
    return signature.body(document).isPresent();
  }

  @Override
  public SubjectReader.Result read(SourceFile file, Located.Object document) {
    return form.read(file, document, signature.body(document).orElse(document)).result();
  }

  @Override
  public boolean isLikely(Set<String> words) {
    return signature.isLikely(words);
  }

  /** What stands where the body of this kind should. */
  Diagnostic misshapen(Located value) {
    return Diagnostic.error(
        "infra_shape",
        value.span(),
        "expected the configuration of a %s, an object"
            .formatted(form.kind().word().replace('_', ' ')));
  }
}
